// What people change about a resource joins the history of what changed on the machine itself (resource_changes, modules/inventory).
import type { Tx } from "../../database/index.ts";
import { newId } from "../../ids.ts";

/** Who, when and what: `before` and `after` are a resource's fields in words, by the same names. */
export interface Trail {
  readonly organizationId: string;
  readonly resourceId: string;
  readonly actorId: string;
  readonly at: Date;
  /** "equipment", or "fields" for an organization's own. */
  readonly section: string;
  readonly before: Readonly<Record<string, string | null>>;
  readonly after: Readonly<Record<string, string | null>>;
}

/** Longest text of a line; the audit log holds the whole. */
const MOST_TEXT = 1000;
const cut = (text: string | null | undefined): string | null => (text === null || text === undefined ? null : text.slice(0, MOST_TEXT));

/** Writes one line for each field that is another now, in the transaction of the change. */
export async function leaveTrail(tx: Tx, { before, after, resourceId, organizationId, at, section, actorId }: Trail): Promise<void> {
  const lines = Object.keys(after).filter((field) => (before[field] ?? null) !== after[field]);
  if (lines.length === 0) return;
  const common = { resourceId, organizationId, at, section, actorId, kind: "changed" };
  await tx.resourceChange.createMany({
    data: lines.map((field) => ({ id: newId(), ...common, field, before: cut(before[field]), after: cut(after[field]) })),
  });
}
