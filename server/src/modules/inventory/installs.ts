// Which program is on which machine. Every function runs inside withTenant.
import { createHash } from "node:crypto";
import { ofTenant, type Tx } from "../../database/index.ts";
import { newId } from "../../ids.ts";
import { versionOrder } from "./version-order.ts";

export interface Program {
  readonly name?: string;
  readonly version?: string;
  readonly vendor?: string;
}

/** Makes the machine's programs these. What nobody has any more is forgotten; the database counts the installs itself. */
export async function writeInstalls(tx: Tx, organizationId: string, resourceId: string, programs: readonly Program[]): Promise<void> {
  const wanted = new Map(programs.filter(({ name }) => name).map((program) => [keyOf(program).toString("hex"), program]));
  const known = await idsOf(tx, [...wanted.keys()]);
  const missing = [...wanted].filter(([key]) => !known.has(key));
  if (missing.length > 0) {
    await tx.software.createMany({
      data: missing.map(([key, { name = "", version = "", vendor = "" }]) => ({
        id: newId(),
        organizationId,
        key: new Uint8Array(Buffer.from(key, "hex")),
        name,
        version,
        vendor,
        versionOrder: versionOrder(version),
      })),
      skipDuplicates: true,
    });
    for (const [key, id] of await idsOf(
      tx,
      missing.map(([key]) => key),
    ))
      known.set(key, id);
  }
  const now = new Set(known.values());
  const before = await tx.resourceSoftware.findMany({ where: { resourceId }, select: { softwareId: true } });
  const had = new Set(before.map(({ softwareId }) => softwareId));
  const gone = [...had].filter((id) => !now.has(id));
  const came = [...now].filter((id) => !had.has(id));
  if (gone.length > 0) await tx.resourceSoftware.deleteMany({ where: { resourceId, softwareId: { in: gone } } });
  if (came.length > 0)
    await tx.resourceSoftware.createMany({ data: came.map((softwareId) => ({ organizationId, resourceId, softwareId })) });
  if (gone.length > 0) await tx.software.deleteMany({ where: { id: { in: gone }, installs: 0 } });
}

async function idsOf(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; id: string }[]>`select encode(key, 'hex') as key, id from software
    where ${ofTenant("software")} and key in (select decode(hex, 'hex') from unnest(${[...keys]}::text[]) as k (hex))`;
  return new Map(rows.map(({ key, id }) => [key, id]));
}

const keyOf = ({ name = "", version = "", vendor = "" }: Program): Buffer =>
  createHash("sha256").update([name, version, vendor].join("\0")).digest();
