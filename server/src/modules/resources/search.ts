// The palette's search over resources, clients and sites by what people call them.
import type { Database } from "../../database/index.ts";
import type { AgentPort } from "../../gateway/port.ts";
import { CLIENT_PLACE, RESOURCE_PLACE, SITE_PLACE, within } from "../../http/reach.ts";
import type { SearchItem } from "./board-schemas.ts";
import type { OverviewViewer } from "./overview.ts";
import { type StoredRow, shownPresence } from "./row.ts";
import { anywhere } from "./text.ts";

export interface Search {
  /** At most 20: names that begin with the text first, then by name; the newest when the text is empty. */
  find(viewer: OverviewViewer, text: string): Promise<SearchItem[]>;
}

interface Found {
  readonly kind: SearchItem["kind"];
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly agentState: StoredRow["agentState"];
  readonly presence: StoredRow["presence"];
}

/** Builds the search. It reads clients and sites themselves, because one list is cut from all three. */
export function createSearch({ database, agents }: { database: Database; agents: Pick<AgentPort, "presence"> }): Search {
  return {
    async find({ organizationId, resources, clients }, text) {
      const pattern = anywhere(text);
      const beginning = pattern.slice(1);
      const empty = text.trim() === "";
      const found = await database.withTenant(
        organizationId,
        (tx) => tx.$queryRaw<Found[]>`select kind, id, title, subtitle, "agentState", presence from (
          select 'resource' as kind, r.id, r.name as title, c.name || ' · ' || s.name as subtitle, r.updated_at as changed,
            a.state as "agentState", p.presence as presence, r.hostname as also
          from resources r
            join clients c on c.organization_id = r.organization_id and c.id = r.client_id
            join sites s on s.organization_id = r.organization_id and s.id = r.site_id
            left join agents a on a.organization_id = r.organization_id and a.resource_id = r.id
            left join resource_presence p on p.organization_id = r.organization_id and p.resource_id = r.id
          where r.deleted_at is null and ${within(resources, RESOURCE_PLACE)}
          union all
          select 'client', c.id, c.name, coalesce(c.legal_name, ''), c.updated_at, null, null, coalesce(c.legal_name, '') from clients c
            where c.deleted_at is null and ${within(clients, CLIENT_PLACE)}
          union all
          select 'site', s.id, s.name, c.name, s.updated_at, null, null, '' from sites s
            join clients c on c.organization_id = s.organization_id and c.id = s.client_id where s.deleted_at is null and ${within(clients, SITE_PLACE)}
        ) as things
        where title ilike ${pattern} or also ilike ${pattern}
        order by case when ${empty} then changed end desc nulls last, title ilike ${beginning} desc, lower(title), id
        limit 20`,
      );
      return found.map(({ kind, id, title, subtitle, agentState, presence }) => ({
        kind,
        id,
        title,
        subtitle,
        presence: kind === "resource" ? shownPresence(agentState, agents.presence(id)?.presence ?? presence) : null,
      }));
    },
  };
}
