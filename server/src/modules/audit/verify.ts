// Walks an organization's chain from its beginning and names the first row that does not hold.
import type { Database } from "../../database/index.ts";
import { firstHash, nextHash } from "./bytes.ts";
import { findHead, findUnlinked, type LinkRow, readLinks } from "./chain-queries.ts";

export type BreakReason =
  /** The entry is not what was linked, or the link is not what was written. */
  | "changed"
  /** A number, or the entry under it, is gone. */
  | "missing"
  /** The chain holds in itself, but a signed checkpoint has seen another one. */
  | "not_as_signed"
  /** The end is gone: the head or a signed checkpoint has seen more. */
  | "cut_short"
  /** An entry that no link names. */
  | "not_in_chain";

export interface BrokenRow {
  /** Of the row in the chain; for "not_in_chain" the number it would have had. */
  readonly number: number;
  /** undefined where the row is gone altogether. */
  readonly entryId: string | undefined;
  readonly reason: BreakReason;
}

export interface Finding {
  /** Rows that hold, counted from the first. */
  readonly entries: number;
  readonly broken: BrokenRow | undefined;
}

/** What signed checkpoints have seen of one organization: hash (hexadecimal) by number. */
export type Seen = ReadonlyMap<number, string>;

const BATCH = 1_000;

/** Reads every row of the organization; entries added meanwhile do no harm. */
export async function verifyChain(database: Database, organizationId: string, seen: Seen): Promise<Finding> {
  const headBefore = await database.withTenant(organizationId, findHead);
  let number = 0;
  let hash = firstHash(organizationId);
  for (let rows = await next(0); rows.length > 0; rows = rows.length < BATCH ? [] : await next(number)) {
    for (const row of rows) {
      const found = check(row, number, hash, seen);
      if ("reason" in found) return { entries: number, broken: found };
      number += 1;
      hash = found.hash;
    }
  }
  const expected = Math.max(headBefore.number, ...seen.keys());
  if (expected > number) return { entries: number, broken: { number: number + 1, entryId: undefined, reason: "cut_short" } };
  const unlinked = await database.withTenant(organizationId, findUnlinked);
  if (unlinked !== undefined) return { entries: number, broken: { number: number + 1, entryId: unlinked, reason: "not_in_chain" } };
  return { entries: number, broken: undefined };

  function next(after: number): Promise<LinkRow[]> {
    return database.withTenant(organizationId, (tx) => readLinks(tx, after, BATCH));
  }
}

function check(row: LinkRow, before: number, hash: Buffer, seen: Seen): BrokenRow | { hash: Buffer } {
  if (row.number !== before + 1) return { number: before + 1, entryId: undefined, reason: "missing" };
  const place = { number: row.number, entryId: row.entryId };
  if (row.fields === null) return { ...place, reason: "missing" };
  const expected = nextHash(hash, row.fields);
  if (!expected.equals(row.hash)) return { ...place, reason: "changed" };
  const signed = seen.get(row.number);
  if (signed !== undefined && signed !== expected.toString("hex")) return { ...place, reason: "not_as_signed" };
  return { hash: expected };
}
