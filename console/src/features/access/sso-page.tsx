// Signing in with the organization's own provider (OpenID Connect).
import { Button, PasswordInput, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { putSso, type Sso, ssoQuery, testSso } from "../../api/credentials.ts";
import { useSession } from "../../api/session.ts";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Section } from "../../ui/page.tsx";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";

export function SsoPage() {
  const { t } = useTranslation("access");
  const sso = useQuery(ssoQuery);
  return (
    <Section title={t("sso.title")}>
      <p className="v-muted v-section-lead">{t("sso.lead")}</p>
      <Loaded query={sso} what={t("sso.what")}>
        {(settings) => <SsoForm settings={settings} />}
      </Loaded>
    </Section>
  );
}

function SsoForm({ settings }: { settings: Sso }) {
  const { t } = useTranslation(["access", "common"]);
  const { organization } = useSession();
  const toast = useToast();
  const before = {
    issuer: settings.issuer ?? "",
    clientId: settings.clientId ?? "",
    clientSecret: "",
    enabled: settings.enabled,
    allowNewUsers: settings.allowNewUsers,
  };
  const [form, setForm] = useState(before);
  const save = useChange(["sso"], putSso);
  const test = useMutation({ mutationFn: testSso });
  const dirty = JSON.stringify(form) !== JSON.stringify(before);
  const complete = form.issuer.trim() !== "" && form.clientId.trim() !== "" && (settings.hasClientSecret || form.clientSecret !== "");
  const change = (changes: Partial<typeof before>) => {
    test.reset();
    setForm({ ...form, ...changes });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { clientSecret, ...rest } = form;
    save.mutate(
      { ...rest, issuer: form.issuer.trim(), clientId: form.clientId.trim(), ...(clientSecret === "" ? {} : { clientSecret }) },
      {
        onSuccess: () => {
          setForm({ ...form, clientSecret: "" });
          toast({ text: t("saved") });
        },
      },
    );
  };
  return (
    <form className="v-stack v-form" onSubmit={submit}>
      <TextInput
        label={t("sso.issuer")}
        description={t("sso.issuerHelp")}
        placeholder="https://login.example.com/"
        value={form.issuer}
        maxLength={1000}
        onChange={(event) => change({ issuer: event.currentTarget.value })}
      />
      <TextInput
        label={t("sso.client")}
        value={form.clientId}
        maxLength={500}
        onChange={(event) => change({ clientId: event.currentTarget.value })}
      />
      <PasswordInput
        label={t("sso.secret")}
        description={settings.hasClientSecret ? t("sso.secretKept") : t("sso.secretHelp")}
        value={form.clientSecret}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => change({ clientSecret: event.currentTarget.value })}
      />
      <div>
        <p className="v-muted v-section-lead">{t("sso.redirect")}</p>
        <CopyLine label={t("sso.redirect")} text={`${location.origin}/api/v1/sso/callback`} />
      </div>
      <Switch label={t("sso.enabled")} checked={form.enabled} onChange={(event) => change({ enabled: event.currentTarget.checked })} />
      <Switch
        label={t("sso.allowNew")}
        description={t("sso.allowNewHelp")}
        checked={form.allowNewUsers}
        onChange={(event) => change({ allowNewUsers: event.currentTarget.checked })}
      />
      {settings.enabled && (
        <div>
          <p className="v-muted v-section-lead">{t("sso.address")}</p>
          <CopyLine label={t("sso.address")} text={`${location.origin}/signin?organization=${organization.id}`} />
        </div>
      )}
      <InlineError error={save.error ?? test.error} />
      {test.data !== undefined && (
        <p className={test.data.ok ? "v-tone-ok" : "v-tone-bad"} role="status">
          {test.data.problem === null ? t("sso.testOk") : t(`sso.problem.${test.data.problem}`)}
        </p>
      )}
      <div className="v-buttons v-buttons-start">
        <Button type="submit" loading={save.isPending} disabled={!dirty || !complete}>
          {t("common:save")}
        </Button>
        <Button
          variant="default"
          loading={test.isPending}
          disabled={dirty || settings.issuer === null}
          title={dirty ? t("sso.saveFirst") : undefined}
          onClick={() => test.mutate()}
        >
          {t("sso.test")}
        </Button>
      </div>
    </form>
  );
}
