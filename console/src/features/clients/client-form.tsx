import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ClientForm, createClient, updateClient, useClientChange } from "../../api/clients.ts";
import type { Client } from "../../api/types.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface ClientDialogProps {
  /** The client to change; a new one is created without it. */
  readonly client?: Client;
  readonly onDone: (client: Client) => void;
  readonly onClose: () => void;
}

export function ClientDialog({ client, onDone, onClose }: ClientDialogProps) {
  const { t } = useTranslation(["clients", "common"]);
  const before: ClientForm = { name: client?.name ?? "", legalName: client?.legalName ?? "", notes: client?.notes ?? "" };
  const [form, setForm] = useState(before);
  const [key] = useState(() => crypto.randomUUID());
  const [checked, setChecked] = useState(false);
  const save = useClientChange((next: ClientForm) => (client === undefined ? createClient(next, key) : updateClient(client, next)));
  const dirty = JSON.stringify(form) !== JSON.stringify(before);
  const missing = checked && form.name.trim() === "";
  const submit = () => {
    setChecked(true);
    if (form.name.trim() !== "")
      save.mutate({ name: form.name.trim(), legalName: form.legalName.trim(), notes: form.notes }, { onSuccess: onDone });
  };
  const change = (changes: Partial<ClientForm>) => setForm((now) => ({ ...now, ...changes }));
  return (
    <FormDialog
      title={client === undefined ? t("createTitle") : t("editTitle")}
      submitWord={client === undefined ? t("common:create") : t("common:save")}
      dirty={dirty}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("name")}
        description={t("nameHelp")}
        value={form.name}
        maxLength={255}
        data-autofocus
        error={missing ? t("common:field.required") : undefined}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t("legalName")}
        description={t("common:optional")}
        value={form.legalName}
        maxLength={255}
        onChange={(event) => change({ legalName: event.currentTarget.value })}
      />
      <Textarea
        label={t("notes")}
        description={t("common:optional")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={form.notes}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
