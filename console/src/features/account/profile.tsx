import { Autocomplete, Button, NativeSelect, TextInput, useMantineColorScheme } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession, useUpdateMe } from "../../api/session.ts";
import { isLanguage, switchLanguage } from "../../app/i18n.ts";
import { LANGUAGES } from "../../ui/languages.ts";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";

const ZONES = Intl.supportedValuesOf("timeZone");
const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];
const isZone = (zone: string): boolean => zone === "" || ZONES.includes(zone) || zone === "UTC";

/** Name, language, appearance and time zone. */
export function Profile() {
  const { t, i18n } = useTranslation(["account", "app", "common"]);
  const session = useSession();
  const toast = useToast();
  const update = useUpdateMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [name, setName] = useState(session.user.name);
  const [language, setLanguage] = useState(i18n.language);
  const [theme, setTheme] = useState<Theme>(colorScheme);
  const [zone, setZone] = useState(session.user.timeZone ?? "");
  const dirty =
    name.trim() !== session.user.name || language !== i18n.language || theme !== colorScheme || zone !== (session.user.timeZone ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || !isZone(zone) || !isLanguage(language)) return;
    update.mutate(
      { name: name.trim(), locale: language, theme, timeZone: zone === "" ? null : zone },
      {
        onSuccess: async () => {
          setColorScheme(theme);
          await switchLanguage(i18n, language);
          toast({ text: i18n.t("account:profile.saved") });
        },
      },
    );
  };
  return (
    <form className="v-stack v-form" noValidate onSubmit={submit}>
      <TextInput
        label={t("common:field.name")}
        value={name}
        maxLength={200}
        autoComplete="name"
        error={name.trim() === "" ? t("common:field.required") : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput label={t("profile.email")} description={t("profile.emailHelp")} value={session.user.email} readOnly />
      <NativeSelect
        label={t("app:user.language")}
        value={language}
        data={LANGUAGES.map(([value, label]) => ({ value, label }))}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      />
      <NativeSelect
        label={t("app:user.theme")}
        value={theme}
        data={THEMES.map((value) => ({ value, label: t(`app:user.${value}`) }))}
        onChange={(event) => setTheme(event.currentTarget.value as Theme)}
      />
      <Autocomplete
        label={t("profile.timeZone")}
        description={t("profile.timeZoneHelp", { zone: session.organization.timeZone })}
        data={ZONES}
        limit={50}
        placeholder={session.organization.timeZone}
        maxDropdownHeight={240}
        value={zone}
        error={isZone(zone) ? undefined : t("profile.timeZoneWrong")}
        onChange={setZone}
      />
      <InlineError error={update.error} />
      <div>
        <Button type="submit" loading={update.isPending} disabled={!dirty || name.trim() === "" || !isZone(zone)}>
          {t("common:save")}
        </Button>
      </div>
    </form>
  );
}
