// Who a machine may have been before: kept up to date with every inventory that changed what names it.
import { ofTenant, type Tx } from "../../database/index.ts";
import { newId } from "../../ids.ts";
import { likeness, looksSame } from "./fingerprint.ts";
import { IDENTIFIER_KINDS, type IdentifierKind, type Identifiers, identifiersOf, type NamingSections } from "./identifiers.ts";

/** Sections that name a machine. */
const NAMING = ["system", "board", "disks", "network"] as const;
/** A value that more resources share names none of them, whatever its maker wrote. */
const MOST_SHARING = 5;

export const namesMachine = (sections: readonly string[]): boolean => sections.some((one) => (NAMING as readonly string[]).includes(one));

/** Notes what names the machine now, and proposes the resources that it is like. Reads the inventory module's sections. */
export async function propose(tx: Tx, organizationId: string, resourceId: string, at: Date): Promise<void> {
  const there = await tx.resource.count({ where: { id: resourceId, deletedAt: null } });
  if (there === 0) return;
  const rows = await tx.inventorySection.findMany({
    where: { resourceId, section: { in: [...NAMING] } },
    select: { section: true, body: true },
  });
  const sections = Object.fromEntries(rows.map(({ section, body }) => [section, body])) as NamingSections;
  const mine = identifiersOf(sections);
  await writeIdentifiers(tx, organizationId, resourceId, mine);
  const born = await createdOf(tx, resourceId);
  for (const { id, createdAt, identifiers } of await findAlike(tx, resourceId)) {
    const found = likeness(mine, identifiers);
    const younger = createdAt < born ? { resourceId, otherId: id } : { resourceId: id, otherId: resourceId };
    await writeProposal(tx, { organizationId, ...younger }, found, at);
  }
}

async function writeIdentifiers(tx: Tx, organizationId: string, resourceId: string, identifiers: Identifiers): Promise<void> {
  await tx.resourceIdentifier.deleteMany({ where: { resourceId } });
  const data = IDENTIFIER_KINDS.flatMap((kind) => (identifiers[kind] ?? []).map((value) => ({ organizationId, resourceId, kind, value })));
  if (data.length > 0) await tx.resourceIdentifier.createMany({ data });
}

interface Alike {
  readonly id: string;
  readonly createdAt: Date;
  readonly identifiers: Identifiers;
}

/** Living resources that share a rare value with this one. */
async function findAlike(tx: Tx, resourceId: string): Promise<Alike[]> {
  const rows = await tx.$queryRaw<{ id: string; createdAt: Date; kind: IdentifierKind; value: string }[]>`
    with shared as (
      select theirs.resource_id, count(*) over (partition by theirs.kind, theirs.value) as sharing
      from resource_identifiers mine
      join resource_identifiers theirs on theirs.organization_id = mine.organization_id and theirs.kind = mine.kind
        and theirs.value = mine.value and theirs.resource_id <> mine.resource_id
      where ${ofTenant("mine")} and mine.resource_id = ${resourceId}::uuid
    )
    select r.id, r.created_at as "createdAt", i.kind, i.value
    from resources r
    join resource_identifiers i on i.organization_id = r.organization_id and i.resource_id = r.id
    where ${ofTenant("r")} and r.deleted_at is null
      and r.id in (select resource_id from shared where sharing <= ${MOST_SHARING})
    order by r.id, i.kind, i.value`;
  const found = new Map<string, { id: string; createdAt: Date; identifiers: Partial<Record<IdentifierKind, string[]>> }>();
  for (const { id, createdAt, kind, value } of rows) {
    const one = found.get(id) ?? { id, createdAt, identifiers: {} };
    found.set(id, one);
    one.identifiers[kind] = [...(one.identifiers[kind] ?? []), value];
  }
  return [...found.values()];
}

async function createdOf(tx: Tx, id: string): Promise<Date> {
  return (await tx.resource.findFirstOrThrow({ where: { id }, select: { createdAt: true } })).createdAt;
}

/** One that a person decided about stays decided; one that is no longer alike is taken back. */
async function writeProposal(
  tx: Tx,
  pair: { organizationId: string; resourceId: string; otherId: string },
  found: ReturnType<typeof likeness>,
  at: Date,
): Promise<void> {
  const { resourceId, otherId } = pair;
  if (!looksSame(found)) return void (await tx.duplicateProposal.deleteMany({ where: { resourceId, otherId, state: "open" } }));
  const reasons = found.reasons.map((reason) => ({ ...reason, shared: [...reason.shared] }));
  const known = { score: found.score, reasons, updatedAt: at };
  const { count } = await tx.duplicateProposal.updateMany({ where: { resourceId, otherId }, data: known });
  if (count === 0) await tx.duplicateProposal.create({ data: { id: newId(), ...pair, ...known, state: "open", createdAt: at } });
}
