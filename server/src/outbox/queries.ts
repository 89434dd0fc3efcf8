// The only reader and writer of the outbox table.
import type { Database, Tx } from "../database/index.ts";
import type { DomainEvent, DomainEvents, EventName } from "../events.ts";
import type { Prisma } from "../generated/prisma/client.ts";

export async function insertEvent<Name extends EventName>(
  tx: Tx,
  event: { id: string; organizationId: string; name: Name; payload: DomainEvents[Name] },
): Promise<void> {
  await tx.outboxEvent.create({ data: { ...event, payload: event.payload as unknown as Prisma.InputJsonObject } });
}

/** The oldest events that nobody was told of, in order. */
export async function findUnpublished(database: Database, organizationId: string, limit: number): Promise<DomainEvent[]> {
  const rows = await database.withTenant(organizationId, (tx) =>
    tx.outboxEvent.findMany({ where: { publishedAt: null }, orderBy: { id: "asc" }, take: limit }),
  );
  return rows.map(({ id, name, payload }) => ({ id, organizationId, name: name as EventName, payload: payload as never }));
}

export async function markPublished(database: Database, organizationId: string, id: string, at: Date): Promise<void> {
  await database.withTenant(organizationId, (tx) => tx.outboxEvent.update({ where: { id }, data: { publishedAt: at } }));
}

/** Deletes what was told before this instant. */
export async function deletePublished(database: Database, organizationId: string, before: Date): Promise<void> {
  await database.withTenant(organizationId, (tx) => tx.outboxEvent.deleteMany({ where: { publishedAt: { lt: before } } }));
}

/** How many events of this organization nobody was told of, and since when the oldest waits; undefined when none does. */
export async function countUnpublished(tx: Tx, organizationId: string): Promise<{ waiting: number; oldest: Date | undefined }> {
  const { _count, _min } = await tx.outboxEvent.aggregate({
    where: { organizationId, publishedAt: null },
    _count: true,
    _min: { createdAt: true },
  });
  return { waiting: _count, oldest: _min.createdAt ?? undefined };
}

/** All organizations there are, from the one table that every transaction may read. */
export async function listOrganizations(database: Database): Promise<string[]> {
  const rows = await database.global((tx) => tx.organizationDirectory.findMany({ orderBy: { id: "asc" } }));
  return rows.map(({ id }) => id);
}
