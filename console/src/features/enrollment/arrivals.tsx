// Machines that enrolled while this page is open, newest first, live; those that wait can be approved here.
import { Loader } from "@mantine/core";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withPresence } from "../../api/live/patch.ts";
import { useTopics } from "../../api/live/use-feed.tsx";
import { resourceQuery } from "../../api/resources.ts";
import { can, useSession } from "../../api/session.ts";
import { tokensQuery } from "../../api/tokens.ts";
import type { PresenceItem, Resource } from "../../api/types.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { ApprovalActions } from "../../ui/approval.tsx";
import { Section } from "../../ui/page.tsx";
import { PresenceBadge } from "../../ui/presence.tsx";

const KEPT = 20;

export function Arrivals({ expecting }: { expecting: boolean }) {
  const { t } = useTranslation("enrollment");
  const session = useSession();
  const queries = useQueryClient();
  const [ids, setIds] = useState<readonly string[]>([]);
  useTopics(["resources"], (_topic, name, data) => {
    if (name === "enrolled") {
      const { id } = data as { id: string };
      setIds((now) => [id, ...now.filter((each) => each !== id)].slice(0, KEPT));
      void queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
    } else if (name === "changed") {
      for (const id of (data as { ids: string[] }).ids)
        if (ids.includes(id)) void queries.invalidateQueries({ queryKey: resourceQuery(id).queryKey });
    } else if (name === "presence") {
      for (const item of (data as { items: PresenceItem[] }).items)
        queries.setQueryData<Resource>(resourceQuery(item.id).queryKey, (now) => (now === undefined ? now : withPresence(now, item)));
    }
  });
  const machines = useQueries({ queries: ids.map(resourceQuery) }).flatMap((query) => (query.data === undefined ? [] : [query.data]));
  return (
    <Section title={t("arrivals")}>
      <div aria-live="polite">
        {machines.length === 0 && (
          <p className="v-note v-muted">
            {expecting && <Loader size="xs" aria-hidden="true" />}
            {expecting ? t("arrivalsWaiting") : t("arrivalsNone")}
          </p>
        )}
        <ul className="v-list">
          {machines.map((machine) => (
            <li key={machine.id} className="v-list-row v-list-actions">
              <PresenceBadge presence={machine.presence} />
              <Link className="v-list-main" to="/resources/$id" params={{ id: machine.id }} search={{}}>
                <span className="v-cut v-strong">
                  <AgentText text={machine.name} expandable={false} />
                </span>
                <span className="v-cut v-muted">
                  {machine.client.name} › {machine.site.name} · <AgentText text={machine.osName} expandable={false} />
                </span>
              </Link>
              {machine.agent?.state === "pending" && can(session, "agents:approve") && (
                <ApprovalActions id={machine.id} name={machine.name} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
