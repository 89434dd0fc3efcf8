import { Autocomplete, Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession, useUpdateMe } from "../../api/session.ts";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";

const ZONES = Intl.supportedValuesOf("timeZone");
const isZone = (zone: string): boolean => zone === "" || ZONES.includes(zone) || zone === "UTC";

/** Name and time zone. Language and appearance are in the menu at the top, where they are at hand. */
export function Account() {
  const { t } = useTranslation(["settings", "common"]);
  const session = useSession();
  const toast = useToast();
  const update = useUpdateMe();
  const [name, setName] = useState(session.user.name);
  const [zone, setZone] = useState(session.user.timeZone ?? "");
  const dirty = name.trim() !== session.user.name || zone !== (session.user.timeZone ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || !isZone(zone)) return;
    update.mutate({ name: name.trim(), timeZone: zone === "" ? null : zone }, { onSuccess: () => toast({ text: t("saved") }) });
  };
  return (
    <form className="v-stack v-form" noValidate onSubmit={submit}>
      <TextInput
        label={t("name")}
        value={name}
        maxLength={200}
        autoComplete="name"
        error={name.trim() === "" ? t("common:field.required") : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Autocomplete
        label={t("timeZone")}
        description={t("timeZoneHelp", { zone: session.organization.timeZone })}
        data={ZONES}
        limit={50}
        placeholder={session.organization.timeZone}
        maxDropdownHeight={240}
        value={zone}
        error={isZone(zone) ? undefined : t("timeZoneWrong")}
        onChange={setZone}
      />
      <InlineError error={update.error} />
      <div>
        <Button type="submit" loading={update.isPending} disabled={!dirty || !isZone(zone)}>
          {t("common:save")}
        </Button>
      </div>
    </form>
  );
}
