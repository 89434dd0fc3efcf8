// A forgotten password: without a token it asks where to send the link, with one it takes the new password.
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { confirmPasswordReset, requestPasswordReset } from "../../api/password-reset.ts";
import { FrontPage } from "../../ui/front-page.tsx";
import { LEAST_CHARACTERS } from "../../ui/password.ts";
import { PasswordField } from "../../ui/password-field.tsx";
import { InlineError } from "../../ui/states.tsx";

export function ResetPage() {
  // Behind the hash, so that no server on the way sees it.
  const token = useLocation({ select: ({ hash }) => hash });
  return token === "" ? <RequestReset /> : <ConfirmReset token={token} />;
}

function BackToSignIn() {
  const { t } = useTranslation("factor");
  return (
    <Link to="/signin" search={{}} className="v-link">
      {t("reset.back")}
    </Link>
  );
}

function RequestReset() {
  const { t } = useTranslation(["factor", "session"]);
  const [email, setEmail] = useState("");
  const request = useMutation({ mutationFn: requestPasswordReset });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate(email.trim());
  };
  if (request.isSuccess)
    return (
      <FrontPage title={t("reset.sentTitle")} lead={t("reset.sent", { email: email.trim() })}>
        <BackToSignIn />
      </FrontPage>
    );
  return (
    <FrontPage title={t("reset.title")} lead={t("reset.lead")}>
      <form className="v-stack" onSubmit={submit}>
        <TextInput
          label={t("session:email")}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <InlineError error={request.error} />
        <Button type="submit" size="sm" loading={request.isPending}>
          {t("reset.send")}
        </Button>
        <BackToSignIn />
      </form>
    </FrontPage>
  );
}

function ConfirmReset({ token }: { token: string }) {
  const { t } = useTranslation("factor");
  const [password, setPassword] = useState("");
  const confirm = useMutation({ mutationFn: confirmPasswordReset });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ token, password });
  };
  if (confirm.isSuccess)
    return (
      <FrontPage title={t("reset.doneTitle")} lead={t("reset.done")}>
        <BackToSignIn />
      </FrontPage>
    );
  return (
    <FrontPage title={t("reset.newTitle")} lead={t("reset.newLead")}>
      <form className="v-stack" onSubmit={submit}>
        <PasswordField label={t("reset.password")} value={password} details={[]} autoFocus onChange={setPassword} />
        <InlineError error={confirm.error} />
        <Button type="submit" size="sm" loading={confirm.isPending} disabled={Array.from(password).length < LEAST_CHARACTERS}>
          {t("reset.set")}
        </Button>
        <BackToSignIn />
      </form>
    </FrontPage>
  );
}
