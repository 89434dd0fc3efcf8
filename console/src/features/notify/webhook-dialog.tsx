import { Checkbox, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { createWebhook, updateWebhook, type Webhook, type WebhookForm } from "../../api/notify.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { EVENTS, eventKey, isEvent } from "./webhook-events.ts";

interface WebhookDialogProps {
  readonly webhook: Webhook | undefined;
  /** The new webhook's secret; undefined after a change. */
  readonly onDone: (secret: string | undefined) => void;
  readonly onClose: () => void;
}

export function WebhookDialog({ webhook, onDone, onClose }: WebhookDialogProps) {
  const { t } = useTranslation(["notify", "common"]);
  const before: WebhookForm = {
    url: webhook?.url ?? "",
    description: webhook?.description ?? "",
    events: (webhook?.events ?? []).filter(isEvent),
    active: webhook?.active ?? true,
  };
  const [form, setForm] = useState(before);
  const [checked, setChecked] = useState(false);
  const create = useChange(["webhooks"], createWebhook);
  const update = useChange(["webhooks"], updateWebhook);
  const urlWrong = /^https?:\/\/\S+$/.test(form.url.trim()) ? undefined : t("hooks.urlWrong");
  const submit = () => {
    setChecked(true);
    if (urlWrong !== undefined || form.events.length === 0) return;
    const next = { ...form, url: form.url.trim() };
    if (webhook === undefined) create.mutate(next, { onSuccess: ({ secret }) => onDone(secret) });
    else update.mutate({ webhook, form: next }, { onSuccess: () => onDone(undefined) });
  };
  const mark = (event: WebhookForm["events"][number], wanted: boolean) =>
    setForm({ ...form, events: wanted ? [...form.events, event] : form.events.filter((each) => each !== event) });
  return (
    <FormDialog
      title={webhook === undefined ? t("hooks.add") : t("hooks.edit")}
      size="lg"
      submitWord={webhook === undefined ? t("common:create") : t("common:save")}
      dirty={JSON.stringify(form) !== JSON.stringify(before)}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("hooks.url")}
        description={t("hooks.urlHelp")}
        placeholder="https://example.com/vigia"
        value={form.url}
        maxLength={2000}
        data-autofocus
        error={checked ? urlWrong : undefined}
        onChange={(event) => setForm({ ...form, url: event.currentTarget.value })}
      />
      <TextInput
        label={t("hooks.description")}
        description={t("common:optional")}
        value={form.description}
        maxLength={500}
        onChange={(event) => setForm({ ...form, description: event.currentTarget.value })}
      />
      <fieldset className="v-plain-set">
        <legend>{t("hooks.events")}</legend>
        <div className="v-permissions">
          {EVENTS.map((event) => (
            <Checkbox
              key={event}
              size="xs"
              label={t(`hooks.event.${eventKey(event)}`)}
              checked={form.events.includes(event)}
              onChange={(change) => mark(event, change.currentTarget.checked)}
            />
          ))}
        </div>
      </fieldset>
      {checked && form.events.length === 0 && (
        <p className="v-inline-error" role="alert">
          {t("hooks.noEvent")}
        </p>
      )}
      <Switch
        label={t("hooks.active")}
        checked={form.active}
        onChange={(event) => setForm({ ...form, active: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
