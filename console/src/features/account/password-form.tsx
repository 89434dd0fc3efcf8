import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { changePassword, useMyChange } from "../../api/account.ts";
import { useSession } from "../../api/session.ts";
import { LEAST_CHARACTERS } from "../../ui/password.ts";
import { PasswordField } from "../../ui/password-field.tsx";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";

/** Changes the password; the other devices are signed out by the server. */
export function PasswordForm() {
  const { t } = useTranslation(["account", "common"]);
  const { user, organization } = useSession();
  const toast = useToast();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const change = useMyChange(changePassword);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          setCurrent("");
          setPassword("");
          toast({ text: t("password.changed") });
        },
      },
    );
  };
  return (
    <form className="v-stack v-form" onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={user.email} />
      <PasswordInput
        label={t("password.current")}
        value={current}
        maxLength={1024}
        autoComplete="current-password"
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordField
        label={t("password.next")}
        value={password}
        details={[user.name, user.email, organization.name]}
        onChange={setPassword}
      />
      <InlineError error={change.error} />
      <div>
        <Button type="submit" loading={change.isPending} disabled={current === "" || Array.from(password).length < LEAST_CHARACTERS}>
          {t("password.change")}
        </Button>
      </div>
    </form>
  );
}
