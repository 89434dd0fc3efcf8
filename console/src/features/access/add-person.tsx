import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addPerson } from "../../api/access.ts";
import { useChange } from "../../api/change.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { LANGUAGES } from "../../ui/languages.ts";

interface AddPersonProps {
  /** `invited`: they were mailed how to come in. */
  readonly onDone: (name: string, temporaryPassword: string | null, invited: boolean) => void;
  readonly onClose: () => void;
}

export function AddPerson({ onDone, onClose }: AddPersonProps) {
  const { t, i18n } = useTranslation(["access", "common", "app"]);
  const [form, setForm] = useState({ name: "", email: "", locale: i18n.language });
  const [checked, setChecked] = useState(false);
  const add = useChange(["access"], addPerson);
  const nameWrong = form.name.trim() === "" ? t("common:field.required") : undefined;
  const emailWrong = /^\S+@\S+\.\S+$/.test(form.email.trim()) ? undefined : t("people.emailWrong");
  const submit = () => {
    setChecked(true);
    if (nameWrong !== undefined || emailWrong !== undefined) return;
    const person = { ...form, name: form.name.trim(), email: form.email.trim() };
    add.mutate(person, { onSuccess: ({ temporaryPassword, invited }) => onDone(person.name, temporaryPassword, invited) });
  };
  return (
    <FormDialog
      title={t("people.add")}
      submitWord={t("people.addSubmit")}
      dirty={form.name !== "" || form.email !== ""}
      busy={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("people.name")}
        value={form.name}
        maxLength={200}
        data-autofocus
        error={checked ? nameWrong : undefined}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <TextInput
        label={t("people.email")}
        description={t("people.emailHelp")}
        type="email"
        value={form.email}
        maxLength={254}
        error={checked ? emailWrong : undefined}
        onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("app:user.language")}
        value={form.locale}
        data={LANGUAGES.map(([value, label]) => ({ value, label }))}
        onChange={(event) => setForm({ ...form, locale: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
