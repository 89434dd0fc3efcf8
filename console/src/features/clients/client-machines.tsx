import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { flatten } from "../../api/pages.ts";
import { resourcesQuery } from "../../api/resources.ts";
import type { Client, ResourceRow } from "../../api/types.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Meter } from "../../ui/meter.tsx";
import { Section } from "../../ui/page.tsx";
import { PresenceDot } from "../../ui/presence.tsx";
import { LoadError, RowSkeleton } from "../../ui/states.tsx";

const SHOWN = 25;

/** The client's machines in short; the whole list is one click away. */
export function ClientMachines({ client }: { client: Client }) {
  const { t } = useTranslation("clients");
  const { data, error, refetch } = useInfiniteQuery(resourcesQuery({ clientId: client.id, sort: "name" }));
  const rows = flatten<ResourceRow>(data);
  return (
    <Section
      title={t("machines")}
      aside={
        rows.length > 0 && (
          <Link className="v-link" to="/resources" search={{ clientId: client.id }}>
            {t("showMachines")}
          </Link>
        )
      }
    >
      {data === undefined &&
        (error === null ? <RowSkeleton rows={6} /> : <LoadError what={t("machines")} error={error} onRetry={() => void refetch()} />)}
      {data !== undefined && rows.length === 0 && <p className="v-muted">{t("machinesNone")}</p>}
      <ul className="v-list">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id} className="v-list-row">
            <PresenceDot presence={row.presence} />
            <Link className="v-list-main" to="/resources/$id" params={{ id: row.id }} search={{}}>
              <span className="v-cut v-strong">
                <AgentText text={row.name} expandable={false} />
              </span>
              <span className="v-cut v-muted">{row.site.name}</span>
            </Link>
            <Meter share={row.cpu} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
