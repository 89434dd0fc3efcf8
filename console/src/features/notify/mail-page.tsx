// How the organization's mail leaves the server, and the systems that are told what happens.
import { Button, NumberInput, PasswordInput, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { type MailSettings, mailSettingsQuery, putMailSettings, testMail } from "../../api/notify.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { Webhooks } from "./webhooks.tsx";

export function MailPage() {
  const { t } = useTranslation("notify");
  const settings = useQuery(mailSettingsQuery);
  return (
    <>
      <Section title={t("mail.title")}>
        <Loaded query={settings} what={t("mail.what")} rows={6}>
          {(data) => <MailForm key={JSON.stringify([data.host, data.port, data.from])} settings={data} />}
        </Loaded>
      </Section>
      <Webhooks />
    </>
  );
}

function MailForm({ settings }: { settings: MailSettings }) {
  const { t } = useTranslation(["notify", "common"]);
  const format = useFormat();
  const toast = useToast();
  const before = {
    host: settings.host ?? "",
    port: settings.port ?? 587,
    secure: settings.secure ?? false,
    username: settings.username ?? "",
    password: "",
    from: settings.from ?? "",
  };
  const [form, setForm] = useState(before);
  const save = useChange(["mail-settings"], putMailSettings);
  const test = useMutation({ mutationFn: testMail });
  const dirty = JSON.stringify(form) !== JSON.stringify(before);
  const change = (changes: Partial<typeof before>) => {
    test.reset();
    setForm({ ...form, ...changes });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { password, username, ...rest } = form;
    save.mutate(
      { ...rest, username: username.trim() === "" ? null : username.trim(), ...(password === "" ? {} : { password }) },
      { onSuccess: () => toast({ text: t("saved") }) },
    );
  };
  const { waiting, dead } = settings.queue;
  return (
    <form className="v-stack v-form" onSubmit={submit}>
      <p className="v-muted">{t(`mail.source.${settings.source}`)}</p>
      <TextInput
        label={t("mail.host")}
        placeholder="smtp.example.com"
        value={form.host}
        maxLength={253}
        onChange={(event) => change({ host: event.currentTarget.value })}
      />
      <NumberInput
        label={t("mail.port")}
        value={form.port}
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        onChange={(port) => change({ port: Number(port) })}
      />
      <Switch
        label={t("mail.secure")}
        description={t("mail.secureHelp")}
        checked={form.secure}
        onChange={(event) => change({ secure: event.currentTarget.checked })}
      />
      <TextInput
        label={t("mail.username")}
        description={t("common:optional")}
        value={form.username}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => change({ username: event.currentTarget.value })}
      />
      <PasswordInput
        label={t("mail.password")}
        description={settings.hasPassword ? t("mail.passwordKept") : t("common:optional")}
        value={form.password}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
      <TextInput
        label={t("mail.from")}
        placeholder="Vigia <vigia@example.com>"
        value={form.from}
        maxLength={400}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      {waiting + dead > 0 && (
        <p className={dead > 0 ? "v-inline-warning" : "v-muted"}>
          {t("mail.queue", { waiting: format.whole(waiting), dead: format.whole(dead) })}
        </p>
      )}
      <InlineError error={save.error ?? test.error} />
      {test.data !== undefined && (
        <div className={test.data.sent ? "v-tone-ok" : "v-tone-bad"} role="status">
          {test.data.sent ? t("mail.testOk") : t("mail.testFailed")} {test.data.problem !== null && <AgentText text={test.data.problem} />}
        </div>
      )}
      <div className="v-buttons v-buttons-start">
        <Button type="submit" loading={save.isPending} disabled={!dirty || form.host.trim() === "" || form.from.trim().length < 3}>
          {t("common:save")}
        </Button>
        <Button variant="default" loading={test.isPending} disabled={dirty || settings.source === "none"} onClick={() => test.mutate()}>
          {t("mail.test")}
        </Button>
      </div>
    </form>
  );
}
