// What the gateway observed, in the database: presences for lists, online and offline for history, triggers and reports.

import { byOrganization } from "../../by-organization.ts";
import { type Database, ofTenant } from "../../database/index.ts";
import type { KnownPresence, PresenceChange } from "../../gateway/port.ts";
import type { Marks } from "./needs.ts";
import { addEvent } from "./queries.ts";

type Seen = { readonly organizationId: string; readonly resourceId: string; readonly at: number };

const at = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

/** Writes changes, one transaction per organization. Those of a resource that is gone are left out. Throws when one cannot be written. */
export async function writePresences(database: Database, marks: Marks, changes: readonly PresenceChange[]): Promise<void> {
  for (const [organizationId, group] of byOrganization(changes))
    await database.withTenant(organizationId, async (tx) => {
      // One parameter for all: a statement has no more than 32,767, and a whole fleet may change at once.
      const values = group.map(({ resourceId, presence, since, lastSeenAt }) => {
        return { id: resourceId, presence, since: at(since), seen: at(lastSeenAt) };
      });
      const written = await tx.$queryRaw<{ id: string }[]>`
        insert into resource_presence (resource_id, organization_id, presence, since, last_seen_at)
        select v.id, r.organization_id, v.presence, v.since, v.seen
        from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(id uuid, presence text, since timestamptz, seen timestamptz)
        join resources r on r.organization_id = ${organizationId}::uuid and r.id = v.id
        on conflict (resource_id) do update set presence = excluded.presence, since = excluded.since,
          last_seen_at = greatest(resource_presence.last_seen_at, excluded.last_seen_at)
        returning resource_id as id`;
      const there = new Set(written.map((row) => row.id));
      for (const { resourceId, history } of group.filter((change) => there.has(change.resourceId)))
        for (const { kind, at: when } of history) {
          await addEvent(tx, organizationId, { resourceId, at: new Date(when), kind });
          await marks.publish(tx, organizationId, `resource.${kind}`, { resourceId, at: new Date(when).toISOString() });
        }
    });
}

/** Moves "last seen" forward, never back. */
export async function writeLastSeen(database: Database, seen: readonly Seen[]): Promise<void> {
  for (const [organizationId, group] of byOrganization(seen))
    await database.withTenant(organizationId, (tx) => {
      const values = group.map((one) => ({ id: one.resourceId, seen: at(one.at) }));
      return tx.$queryRaw`update resource_presence p set last_seen_at = v.seen
        from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(id uuid, seen timestamptz)
        where ${ofTenant("p")} and p.resource_id = v.id and (p.last_seen_at is null or p.last_seen_at < v.seen)`;
    });
}

/** Every presence that was written, organization by organization; resources that were deleted are left out. */
export async function* readPresences(database: Database): AsyncGenerator<KnownPresence> {
  const organizations = await database.global((tx) => tx.organizationDirectory.findMany());
  for (const { id: organizationId } of organizations) {
    const rows = await database.withTenant(organizationId, (tx) =>
      tx.resourcePresence.findMany({ where: { resource: { deletedAt: null } } }),
    );
    for (const row of rows)
      yield {
        organizationId,
        resourceId: row.resourceId,
        presence: row.presence as KnownPresence["presence"],
        since: row.since.getTime(),
        lastSeenAt: row.lastSeenAt?.getTime(),
      };
  }
}
