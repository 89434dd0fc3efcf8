import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { can, useSession } from "../../api/session.ts";
import { deleteSecret, type Secret, secretHistoryQuery, secretQuery } from "../../api/vault.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { Reveal } from "./reveal.tsx";
import { SecretAccess } from "./secret-access.tsx";
import { SecretForm } from "./secret-form.tsx";

/** One secret: its notes, who may see it, when its value changed. */
export function SecretSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(["vault", "common"]);
  const secret = useQuery(secretQuery(id));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={secret.data === undefined ? "…" : cutText(secret.data.name, 80).shown}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Loaded query={secret} what={t("oneWhat")}>
        {(one) => <OneSecret secret={one} onGone={onClose} />}
      </Loaded>
    </Modal>
  );
}

function OneSecret({ secret, onGone }: { secret: Secret; onGone: () => void }) {
  const { t } = useTranslation(["vault", "common"]);
  const session = useSession();
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const remove = useChange(["vault"], deleteSecret);
  const mayWrite = can(session, "vault:write");
  return (
    <div className="v-stack">
      <dl className="v-facts">
        <div>
          <dt>{t("username")}</dt>
          <dd className="v-break">{secret.username === null ? t("common:none") : <AgentText text={secret.username} />}</dd>
        </div>
        <div>
          <dt>{t("value")}</dt>
          <dd>{can(session, "vault:reveal") && secret.revealable ? <Reveal id={secret.id} /> : t("notForYou")}</dd>
        </div>
        {secret.notes !== "" && (
          <div>
            <dt>{t("common:field.notes")}</dt>
            <dd className="v-prose">
              <AgentText text={secret.notes} />
            </dd>
          </div>
        )}
      </dl>
      <History id={secret.id} />
      {mayWrite && can(session, "accounts:read") && <SecretAccess secret={secret} />}
      {mayWrite && (
        <div className="v-buttons">
          <Button variant="default" onClick={() => setAsking(true)}>
            {t("common:delete")}
          </Button>
          <Button onClick={() => setEditing(true)}>{t("common:edit")}</Button>
        </div>
      )}
      {editing && <SecretForm secret={secret} onClose={() => setEditing(false)} />}
      <Confirm
        opened={asking}
        title={t("deleteTitle", { name: cutText(secret.name, 60).shown })}
        text={t("deleteText")}
        action={t("common:delete")}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await remove.mutateAsync(secret);
          toast({ text: t("deleted") });
          onGone();
        }}
      />
    </div>
  );
}

function History({ id }: { id: string }) {
  const { t } = useTranslation("vault");
  const format = useFormat();
  const history = useQuery(secretHistoryQuery(id));
  return (
    <section>
      <h3>{t("history")}</h3>
      <Loaded query={history} what={t("history")} rows={2}>
        {(rows) => (
          <ul className="v-list">
            {rows.map((version) => (
              <li key={version.number} className="v-list-row">
                <span className="v-list-main">
                  <span>{t("version", { number: format.whole(version.number) })}</span>
                  <span className="v-muted v-break">{version.by === null ? "" : cutText(version.by.name, 80).shown}</span>
                </span>
                {version.current && <span className="v-badge v-tone-ok">{t("current")}</span>}
                <span className="v-muted">
                  <RelativeTime at={version.at} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
