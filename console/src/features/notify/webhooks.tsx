import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { deleteWebhook, testWebhook, type Webhook, webhooksQuery } from "../../api/notify.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { useErrorText } from "../../ui/error-text.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Section } from "../../ui/page.tsx";
import { SecretDialog } from "../../ui/secret-dialog.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { Deliveries } from "./deliveries.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";

/** The addresses that are told what happens, each with what became of it. */
export function Webhooks() {
  const { t } = useTranslation(["notify", "common"]);
  const toast = useToast();
  const errorText = useErrorText();
  const webhooks = useQuery(webhooksQuery);
  const [open, setOpen] = useState<Webhook | "new" | undefined>();
  const [watched, setWatched] = useState<string | undefined>();
  const [secret, setSecret] = useState<string | undefined>();
  const [asking, setAsking] = useState<Webhook | undefined>();
  const test = useChange(["webhooks"], testWebhook);
  const remove = useChange(["webhooks"], deleteWebhook);
  const state = (webhook: Webhook) => (webhook.disabledReason !== null ? "failing" : webhook.active ? "active" : "paused");
  const tones = { failing: "bad", active: "ok", paused: "unknown" } as const;
  const tryOut = (webhook: Webhook) =>
    test.mutate(webhook.id, {
      onSuccess: () => setWatched(webhook.id),
      onError: (error) => toast({ text: errorText(error), tone: "bad" }),
    });
  return (
    <Section
      title={t("hooks.title")}
      aside={
        <Button size="compact-xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setOpen("new")}>
          {t("hooks.add")}
        </Button>
      }
    >
      <p className="v-muted v-section-lead">{t("hooks.lead")}</p>
      <Loaded query={webhooks} what={t("hooks.what")} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="v-muted">{t("hooks.none")}</p>
          ) : (
            <ul className="v-list">
              {rows.map((webhook) => (
                <li key={webhook.id}>
                  <div className="v-list-row v-list-actions">
                    <span className={`v-badge v-tone-${tones[state(webhook)]}`}>{t(`hooks.state.${state(webhook)}`)}</span>
                    <span className="v-list-main">
                      <span className="v-strong v-break">{cutText(webhook.url, 120).shown}</span>
                      <span className="v-muted v-break">{cutText(webhook.description, 120).shown}</span>
                    </span>
                    <span className="v-buttons">
                      <Button
                        size="compact-xs"
                        variant="default"
                        loading={test.isPending && test.variables === webhook.id}
                        onClick={() => tryOut(webhook)}
                      >
                        {t("hooks.test")}
                      </Button>
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-expanded={watched === webhook.id}
                        onClick={() => setWatched(watched === webhook.id ? undefined : webhook.id)}
                      >
                        {t("hooks.deliveries")}
                      </Button>
                      <Button size="compact-xs" variant="default" onClick={() => setOpen(webhook)}>
                        {t("common:edit")}
                      </Button>
                      <Button size="compact-xs" variant="default" onClick={() => setAsking(webhook)}>
                        {t("common:delete")}
                      </Button>
                    </span>
                  </div>
                  {watched === webhook.id && <Deliveries id={webhook.id} />}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {open !== undefined && (
        <WebhookDialog
          webhook={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
          onDone={(created) => {
            setOpen(undefined);
            if (created === undefined) toast({ text: t("saved") });
            else setSecret(created);
          }}
        />
      )}
      {secret !== undefined && (
        <SecretDialog title={t("hooks.secret")} text={t("hooks.secretText")} secret={secret} onClose={() => setSecret(undefined)} />
      )}
      {asking !== undefined && (
        <Confirm
          opened
          title={t("hooks.deleteTitle")}
          text={t("hooks.deleteText", { url: cutText(asking.url, 120).shown })}
          action={t("common:delete")}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await remove.mutateAsync(asking);
            toast({ text: t("hooks.deleted") });
          }}
        />
      )}
    </Section>
  );
}
