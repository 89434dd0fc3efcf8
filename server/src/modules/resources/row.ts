// One resource as lists show it: which columns that takes, and how they become the answer.
import type { AgentPort, PresenceNow } from "../../gateway/port.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { type EquipmentColumns, toEquipment } from "./equipment-answer.ts";
import type { ResourceRow, ResourceTraits, ShownPresence } from "./schemas.ts";

export interface StoredRow extends EquipmentColumns {
  readonly id: string;
  readonly name: string;
  readonly hostname: string;
  readonly platform: ResourceRow["platform"];
  readonly osName: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly agentId: string | null;
  readonly agentState: NonNullable<ResourceRow["agent"]>["state"] | null;
  readonly agentVersion: string | null;
  readonly enrolledAt: Date | null;
  readonly presence: PresenceNow["presence"] | null;
  readonly since: Date | null;
  readonly lastSeenAt: Date | null;
  readonly cpu: number | null;
  readonly memoryUsed: number | null;
  readonly memoryTotal: number | null;
  readonly worstVolume: string | null;
  readonly worstVolumeUsed: number | null;
  readonly worstVolumeFree: number | null;
  readonly uptimeSeconds: number | null;
}

/** Not a join: one table more in the order that PostgreSQL searches costs longer than reading it. */
const typeSql = Prisma.sql`(select jsonb_build_object('id', y.id, 'name', y.name, 'kind', y.kind) from equipment_types y
  where y.organization_id = r.organization_id and y.id = r.type_id)`;

export const rowColumns = Prisma.sql`r.id, r.name, r.hostname, r.platform, r.os_name as "osName", r.created_at as "createdAt", r.version,
  ${typeSql} as type, r.acquisition_date::text as "acquisitionDate", r.warranty_date::text as "warrantyDate",
  r.manufacturer as "typedManufacturer", r.model as "typedModel", r.serial as "typedSerial", r.asset_tag as "assetTag", r.tags,
  r.external_key as "externalKey",
  c.id as "clientId", c.name as "clientName", s.id as "siteId", s.name as "siteName", g.id as "groupId", g.name as "groupName",
  a.id as "agentId", a.state as "agentState", a.agent_version as "agentVersion", a.enrolled_at as "enrolledAt",
  p.presence, p.since, p.last_seen_at as "lastSeenAt", l.cpu, l.memory_used as "memoryUsed", l.memory_total as "memoryTotal",
  l.worst_volume as "worstVolume", l.worst_volume_used as "worstVolumeUsed", l.worst_volume_free as "worstVolumeFree",
  l.uptime_seconds as "uptimeSeconds"`;

/**
 * What stands around a resource (alias r), by the alias it has in every query. These are tables of clients, telemetry and inventory too:
 * a list sorts and filters by them, which no call to their modules could do in one page.
 */
const AROUND: Readonly<Record<"c" | "s" | "g" | "a" | "p" | "l" | "t", Prisma.Sql>> = {
  c: Prisma.sql`join clients c on c.organization_id = r.organization_id and c.id = r.client_id`,
  s: Prisma.sql`join sites s on s.organization_id = r.organization_id and s.id = r.site_id`,
  g: Prisma.sql`left join resource_groups g on g.organization_id = r.organization_id and g.id = r.group_id`,
  a: Prisma.sql`left join agents a on a.organization_id = r.organization_id and a.resource_id = r.id`,
  p: Prisma.sql`left join resource_presence p on p.organization_id = r.organization_id and p.resource_id = r.id`,
  l: Prisma.sql`left join telemetry.latest l on l.organization_id = r.organization_id and l.resource_id = r.id`,
  t: Prisma.sql`left join resource_traits t on t.organization_id = r.organization_id and t.resource_id = r.id`,
};

/**
 * Resources with those tables around them that these pieces speak of: reading, and even planning, one table more costs PostgreSQL more
 * than many rows. The pieces are our own SQL; what people wrote is a parameter in them.
 */
export function sourceOf(...pieces: readonly Prisma.Sql[]): Prisma.Sql {
  const text = pieces.map(({ sql }) => sql).join(" ");
  const joins = Object.entries(AROUND).flatMap(([alias, join]) => (new RegExp(`\\b${alias}\\.`).test(text) ? [join] : []));
  return Prisma.join([Prisma.sql`resources r`, ...joins], " ");
}

/** All that a row shows. */
export const rowSource = sourceOf(rowColumns);

/** What people see as presence, in SQL; shownPresence() says the same in TypeScript. */
export const shownPresenceSql = Prisma.sql`case when a.id is null then 'none' when a.state = 'pending' then 'pending'
  when a.state <> 'active' then 'offline' else coalesce(p.presence, 'offline') end`;

/** What people see: an agent without approval is pending, whatever its socket does; one that was let go is offline. */
export function shownPresence(agentState: StoredRow["agentState"], observed: PresenceNow["presence"] | null): ShownPresence {
  if (agentState === null) return "none";
  if (agentState === "pending") return "pending";
  return agentState === "active" ? (observed ?? "offline") : "offline";
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A stored row as the API answers it; what the gateway observes now stands above what was written. */
export function toRow(
  row: StoredRow,
  agents: Pick<AgentPort, "presence">,
  spark: readonly (number | null)[],
  traits?: ResourceTraits | null,
): ResourceRow {
  const now = agents.presence(row.id);
  const observed = now?.presence ?? row.presence;
  const lastSeen = now?.lastSeenAt === undefined ? row.lastSeenAt : new Date(now.lastSeenAt);
  return {
    id: row.id,
    name: row.name,
    hostname: row.hostname,
    client: { id: row.clientId, name: row.clientName },
    site: { id: row.siteId, name: row.siteName },
    group: row.groupId === null || row.groupName === null ? null : { id: row.groupId, name: row.groupName },
    platform: row.platform,
    osName: row.osName,
    agent:
      row.agentId === null || row.agentState === null || row.enrolledAt === null
        ? null
        : { id: row.agentId, state: row.agentState, version: row.agentVersion ?? "", enrolledAt: row.enrolledAt.toISOString() },
    presence: shownPresence(row.agentState, observed),
    online: observed === "online",
    presenceSince: iso(now === undefined ? row.since : new Date(now.since)),
    lastSeenAt: iso(lastSeen),
    cpu: row.cpu,
    memory: row.memoryUsed === null || row.memoryTotal === null ? null : { usedBytes: row.memoryUsed, totalBytes: row.memoryTotal },
    worstVolume:
      row.worstVolume === null || row.worstVolumeUsed === null || row.worstVolumeFree === null
        ? null
        : { mount: row.worstVolume, usedShare: row.worstVolumeUsed, freeBytes: row.worstVolumeFree },
    uptimeSeconds: row.uptimeSeconds,
    cpuSpark: [...spark],
    ...(traits === undefined ? {} : { traits }),
    equipment: toEquipment(row),
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}
