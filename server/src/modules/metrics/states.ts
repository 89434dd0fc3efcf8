// What each resource is and how its collectors fare: one row per key, the newest wins.
import type pg from "pg";
import type { TelemetryItem } from "../../delivery/index.ts";
import type { Content } from "./content.ts";
import type { State } from "./read-state.ts";

interface StateRow {
  readonly organizationId: string;
  readonly resourceId: string;
  readonly atMs: number;
  readonly state: State;
}

/** Writes the newest state of each key among the items; an older one than the stored does nothing. */
export async function upsertStates(client: pg.ClientBase, items: readonly TelemetryItem<Content>[]): Promise<void> {
  const newest = new Map<string, StateRow>();
  for (const { agent, atMs, content } of items) {
    if (content instanceof Uint8Array) continue;
    const key = `${agent.resourceId} ${content.state.key}`;
    if (atMs < (newest.get(key)?.atMs ?? 0)) continue;
    newest.set(key, { organizationId: agent.organizationId, resourceId: agent.resourceId, atMs, state: content.state });
  }
  if (newest.size === 0) return;
  const rows = [...newest.values()];
  await client.query(
    `insert into telemetry.states as s (resource_id, key, organization_id, at, value)
      select resource_id, key, organization_id, to_timestamp(ms / 1000.0), value::jsonb
        from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::text[]) as r (resource_id, key, organization_id, ms, value)
      on conflict (resource_id, key) do update set organization_id = excluded.organization_id, at = excluded.at, value = excluded.value
        where excluded.at >= s.at`,
    [
      rows.map(({ resourceId }) => resourceId),
      rows.map(({ state }) => state.key),
      rows.map(({ organizationId }) => organizationId),
      rows.map(({ atMs }) => atMs),
      rows.map(({ state }) => JSON.stringify(state.value)),
    ],
  );
}
