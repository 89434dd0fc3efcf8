import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can, useSession } from "../../api/session.ts";
import type { Overview } from "../../api/types.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { ApprovalActions } from "../../ui/approval.tsx";
import { useNow } from "../../ui/clock.ts";
import { EventName } from "../../ui/event-name.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { PresenceDot } from "../../ui/presence.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";

interface Props {
  readonly overview: Overview;
}

export function PendingList({ overview }: Props) {
  const { t } = useTranslation("overview");
  const session = useSession();
  return (
    <Section
      title={t("pending")}
      aside={
        <Link className="v-link" to="/resources" search={{ presence: "pending" }}>
          {t("showAll")}
        </Link>
      }
    >
      <p className="v-muted v-section-lead">{t("pendingHelp")}</p>
      <ul className="v-list">
        {overview.pending.map((row) => (
          <li key={row.id} className="v-list-row v-list-actions">
            <PresenceDot presence={row.presence} />
            <Link className="v-list-main" to="/resources/$id" params={{ id: row.id }} search={{}}>
              <span className="v-cut v-strong">
                <AgentText text={row.name} expandable={false} />
              </span>
              <span className="v-cut v-muted">
                {row.client.name} › {row.site.name} · <AgentText text={row.osName} expandable={false} />
              </span>
            </Link>
            {can(session, "agents:approve") && <ApprovalActions id={row.id} name={row.name} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function TroubleList({ overview }: Props) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const now = useNow(10_000);
  return (
    <Section
      title={t("trouble")}
      aside={
        overview.offline.length > 0 && (
          <Link className="v-link" to="/resources" search={{ presence: "not_answering,offline" }}>
            {t("showAll")}
          </Link>
        )
      }
    >
      {overview.offline.length === 0 ? (
        <p className="v-muted">{t("troubleNone")}</p>
      ) : (
        <ul className="v-list">
          {overview.offline.map((row) => (
            <li key={row.id} className="v-list-row">
              <PresenceDot presence={row.presence} />
              <Link className="v-list-main" to="/resources/$id" params={{ id: row.id }} search={{}}>
                <span className="v-cut v-strong">
                  <AgentText text={row.name} expandable={false} />
                </span>
                <span className="v-cut v-muted">
                  {row.client.name} › {row.site.name}
                </span>
              </Link>
              <span className="v-muted v-nowrap" title={format.dateTime(row.presenceSince)}>
                {row.presenceSince !== null && t("since", { duration: format.duration((now - Date.parse(row.presenceSince)) / 1000) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function RecentEvents({ overview }: Props) {
  const { t } = useTranslation("overview");
  return (
    <Section title={t("events")}>
      {overview.recentEvents.length === 0 ? (
        <p className="v-muted">{t("eventsNone")}</p>
      ) : (
        <ul className="v-list">
          {overview.recentEvents.map((event) => (
            <li key={event.id} className="v-list-row">
              <Link className="v-list-main" to="/resources/$id" params={{ id: event.resource.id }} search={{ tab: "history" }}>
                <span className="v-cut">
                  <EventName kind={event.kind} />
                </span>
                <span className="v-cut v-muted">
                  <AgentText text={event.resource.name} expandable={false} />
                </span>
              </Link>
              <span className="v-muted v-nowrap">
                <RelativeTime at={event.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
