import { UnstyledButton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../api/audit.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { type Change, readDetails } from "./changes.ts";
import { SubjectLink } from "./subject-link.tsx";
import { useAuditWords } from "./use-words.ts";

/** One entry: a line that says who did what, and below it what changed. */
export function EntryRow({ entry, onActor }: { entry: AuditEntry; onActor: (id: string) => void }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const { changes, others } = readDetails(entry.details);
  const { id, name, kind } = entry.actor;
  const words = useAuditWords();
  const who = name === null ? words.actor(kind) : cutText(name, 80).shown;
  return (
    <li className="v-audit-row">
      <time className="v-muted v-audit-when" dateTime={entry.at}>
        {format.dateTime(entry.at)}
      </time>
      <div className="v-audit-what">
        <div>
          <span className="v-strong v-break" title={entry.action}>
            {cutText(words.action(entry.action), 80).shown}
          </span>
          <span className="v-muted"> · </span>
          {id === null || kind !== "user" ? (
            <span className="v-break">{who}</span>
          ) : (
            <UnstyledButton className="v-link v-break" title={t("onlyThis")} onClick={() => onActor(id)}>
              {who}
            </UnstyledButton>
          )}
          {entry.token !== null && (
            <span className="v-muted v-break"> · {t("byToken", { name: cutText(entry.token.name ?? "…", 60).shown })}</span>
          )}
          {entry.subjectKind !== null && entry.subjectId !== null && (
            <>
              <span className="v-muted"> · </span>
              <SubjectLink kind={entry.subjectKind} id={entry.subjectId} />
            </>
          )}
        </div>
        {entry.erased && <p className="v-muted">{t("erased")}</p>}
        {changes.map((change) => (
          <ChangeLine key={change.name} change={change} />
        ))}
        {others.length > 0 && (
          <p className="v-muted v-break">
            {others.map(({ name: field, value }) => (
              <span key={field} className="v-audit-other">
                {cutText(words.field(field), 60).shown}: <AgentText text={value} />
              </span>
            ))}
          </p>
        )}
      </div>
      <span className="v-muted v-audit-from v-nowrap">
        {entry.address ?? ""} #{format.whole(entry.number)}
      </span>
    </li>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  const side = (text: string) => (text === "" ? <span className="v-muted">{t("nothing")}</span> : <AgentText text={text} />);
  return (
    <div className="v-change">
      <span className="v-muted">{cutText(words.field(change.name), 60).shown}</span>
      <del className="v-break">{side(change.before)}</del>
      <IconArrowRight size={12} aria-label={t("became")} />
      <ins className="v-break">{side(change.after)}</ins>
    </div>
  );
}
