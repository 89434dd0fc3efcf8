import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors.ts";
import { type SetupForm, useSetUp } from "../../api/session.ts";
import { LEAST_CHARACTERS } from "../../ui/password.ts";
import { PasswordField } from "../../ui/password-field.tsx";
import { InlineError } from "../../ui/states.tsx";

const EMPTY: SetupForm = { code: "", organization: "", name: "", email: "", password: "" };
const FIELDS = ["code", "organization", "name", "email", "password"] as const;
type Field = (typeof FIELDS)[number];

export function AccountStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(["setup", "common"]);
  const [form, setForm] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const setUp = useSetUp();
  const missing = LEAST_CHARACTERS - Array.from(form.password).length;

  const codeError = (): string | undefined => {
    const error = setUp.error;
    if (!(error instanceof ApiError) || error.code !== "INVALID_SETUP_CODE") return undefined;
    const left = error.details["attemptsLeft"];
    return typeof left === "number" && left > 0 ? t("codeWrong", { count: left }) : t("codeLocked");
  };
  const fault = (field: Field): string | undefined => {
    if (form[field].trim() === "") return t("common:field.required");
    if (field === "email" && !/^\S+@\S+\.\S+$/.test(form.email.trim())) return t("emailWrong");
    if (field === "password" && missing > 0) return t("passwordShort", { count: missing });
    return undefined;
  };
  const faults = FIELDS.filter((field) => fault(field) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (faults.length > 0) {
      document.getElementsByName(faults[0] ?? "")[0]?.focus();
      return;
    }
    setUp.mutate(
      { ...form, code: form.code.trim(), email: form.email.trim(), name: form.name.trim(), organization: form.organization.trim() },
      { onSuccess: onDone },
    );
  };
  const field = (name: Field) => ({
    name,
    label: t(name),
    value: form[name],
    error: checked ? fault(name) : undefined,
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setForm((now) => ({ ...now, [name]: value }));
      if (name === "code") setUp.reset();
    },
  });
  return (
    <form className="v-stack" noValidate onSubmit={submit}>
      <TextInput
        {...field("code")}
        description={t("codeHelp")}
        error={codeError() ?? (checked ? fault("code") : undefined)}
        autoFocus
        autoComplete="one-time-code"
        spellCheck={false}
        className="v-code-field"
      />
      <TextInput {...field("organization")} description={t("organizationHelp")} maxLength={255} autoComplete="organization" />
      <TextInput {...field("name")} maxLength={255} autoComplete="name" />
      <TextInput {...field("email")} description={t("emailHelp")} type="email" maxLength={254} autoComplete="username" />
      <PasswordField
        name="password"
        label={t("password")}
        value={form.password}
        details={[form.name, form.email, form.organization]}
        error={checked ? fault("password") : undefined}
        onChange={(password) => setForm((now) => ({ ...now, password }))}
      />
      {checked && faults.length > 0 && (
        <p className="v-inline-error" role="alert">
          {t("common:fieldsToCorrect", { count: faults.length })}
        </p>
      )}
      {codeError() === undefined && <InlineError error={setUp.error} />}
      <Button type="submit" size="sm" loading={setUp.isPending}>
        {t("submit")}
      </Button>
    </form>
  );
}
