// A resource's history: what its agent reported and what the server observed, newest first.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import type { RecentEvent, ResourceEvent } from "./board-schemas.ts";
import type { Page } from "./page.ts";

interface StoredEvent {
  readonly id: string;
  readonly at: Date;
  readonly source: ResourceEvent["source"];
  readonly kind: string;
  readonly detail: string;
}

// Milliseconds as a number: exact in a double, and free of the session's time zone.
const sorts = { at: { expression: Prisma.sql`(extract(epoch from e.at) * 1000)::double precision`, type: "double precision" } } as const;

/** One page of a resource's history. Throws INVALID_INPUT on a damaged cursor. */
export async function findEvents(tx: Tx, resourceId: string, query: { limit?: number; cursor?: string }): Promise<Page<ResourceEvent>> {
  const page = keyset(sorts, { ...query, sort: "-at" }, Prisma.sql`e.id`);
  const rows = await tx.$queryRaw<(StoredEvent & { cursorValue: string })[]>`select e.id, e.at, e.source, e.kind, e.detail,
      ${page.cursorValue} as "cursorValue"
    from resource_events e where ${ofTenant("e")} and e.resource_id = ${resourceId}::uuid and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const total = await tx.resourceEvent.count({ where: { resourceId } });
  return toPage(page, rows, total, toEvent);
}

const toEvent = ({ id, at, source, kind, detail }: StoredEvent): ResourceEvent => ({ id, at: at.toISOString(), source, kind, detail });

/** Events just written: those an agent numbered so, or the one the server saw at that moment. */
export async function findEventsAt(
  tx: Tx,
  resourceId: string,
  which: { seqs: readonly number[] } | { at: Date; kind: string },
): Promise<ResourceEvent[]> {
  const where = "seqs" in which ? { seq: { in: which.seqs.map(BigInt) }, source: "agent" } : which;
  const rows = await tx.resourceEvent.findMany({ where: { resourceId, ...where }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 50 });
  return rows
    .map(({ id, at, source, kind, detail }) => toEvent({ id, at, source: source as ResourceEvent["source"], kind, detail }))
    .reverse();
}

/** The newest events of all resources within. */
export async function findRecentEvents(tx: Tx, reach: Reach, limit: number): Promise<RecentEvent[]> {
  const rows = await tx.$queryRaw<(StoredEvent & { resourceId: string; resourceName: string })[]>`
    select e.id, e.at, e.source, e.kind, e.detail, r.id as "resourceId", r.name as "resourceName"
    from resource_events e join resources r on r.organization_id = e.organization_id and r.id = e.resource_id
    where r.deleted_at is null and ${within(reach, RESOURCE_PLACE)} order by e.at desc, e.id desc limit ${limit}`;
  return rows.map((row) => ({ ...toEvent(row), resource: { id: row.resourceId, name: row.resourceName } }));
}
