import { PasswordInput, Select, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { clientOptionsQuery } from "../../api/clients.ts";
import { createSecret, type Secret, updateSecret } from "../../api/vault.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";

/** Adds a secret, or changes one; the value of an existing one is only ever replaced. */
export function SecretForm({ secret, onClose }: { secret: Secret | undefined; onClose: () => void }) {
  const { t } = useTranslation(["vault", "common"]);
  const toast = useToast();
  const before = {
    name: secret?.name ?? "",
    username: secret?.username ?? "",
    value: "",
    notes: secret?.notes ?? "",
    clientId: secret?.client?.id ?? null,
  };
  const [form, setForm] = useState(before);
  const [checked, setChecked] = useState(false);
  const [search, setSearch] = useState("");
  const [q] = useDebouncedValue(search, 150);
  const clients = useQuery({ ...clientOptionsQuery(q), enabled: secret === undefined });
  const create = useChange(["vault"], createSecret);
  const update = useChange(["vault"], updateSecret);
  const valueMissing = secret === undefined && form.value === "";
  const done = () => {
    toast({ text: t("saved") });
    onClose();
  };
  const submit = () => {
    setChecked(true);
    if (form.name.trim() === "" || valueMissing) return;
    const next = { ...form, name: form.name.trim() };
    if (secret === undefined) create.mutate(next, { onSuccess: done });
    else update.mutate({ secret, form: next }, { onSuccess: done });
  };
  return (
    <FormDialog
      title={secret === undefined ? t("add") : t("edit")}
      submitWord={secret === undefined ? t("common:create") : t("common:save")}
      dirty={JSON.stringify(form) !== JSON.stringify(before)}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("common:field.name")}
        value={form.name}
        maxLength={255}
        data-autofocus
        error={checked && form.name.trim() === "" ? t("common:field.required") : undefined}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <TextInput
        label={t("username")}
        description={t("common:optional")}
        value={form.username}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => setForm({ ...form, username: event.currentTarget.value })}
      />
      <PasswordInput
        label={t("value")}
        description={secret === undefined ? undefined : t("valueKept")}
        value={form.value}
        maxLength={10_000}
        autoComplete="new-password"
        error={checked && valueMissing ? t("common:field.required") : undefined}
        onChange={(event) => setForm({ ...form, value: event.currentTarget.value })}
      />
      {secret === undefined && (
        <Select
          label={t("common:field.client")}
          description={t("clientHelp")}
          placeholder={t("common:none")}
          clearable
          searchable
          data={(clients.data ?? []).map((client) => ({ value: client.id, label: cutText(client.name, 80).shown }))}
          value={form.clientId}
          searchValue={search}
          onSearchChange={setSearch}
          onChange={(clientId) => setForm({ ...form, clientId })}
        />
      )}
      <Textarea
        label={t("common:field.notes")}
        description={t("common:optional")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={form.notes}
        onChange={(event) => setForm({ ...form, notes: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
