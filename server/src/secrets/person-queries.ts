// The only writer of person_keys. A row without a wrapped key is an erased person: it keeps a new key from being made.
import type { Tx } from "../database/index.ts";

export interface WrappedKey {
  readonly personId: string;
  readonly kekId: string;
  /** null: erased. */
  readonly wrapped: Uint8Array<ArrayBuffer> | null;
}

export async function findWrapped(tx: Tx, personIds: readonly string[]): Promise<Map<string, WrappedKey>> {
  const rows = await tx.personKey.findMany({ where: { personId: { in: [...personIds] } } });
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Does nothing when the person has a row. */
export async function insertWrapped(tx: Tx, row: WrappedKey): Promise<void> {
  await tx.personKey.createMany({ data: [row], skipDuplicates: true });
}

export async function eraseWrapped(tx: Tx, personId: string, kekId: string): Promise<void> {
  const erased = { wrapped: null, erasedAt: new Date() };
  await tx.personKey.upsert({ where: { personId }, create: { personId, kekId, ...erased }, update: erased });
}

/** Persons whose key is wrapped under another key-encryption key. */
export function findWrappedElsewhere(tx: Tx, kekId: string): Promise<WrappedKey[]> {
  return tx.personKey.findMany({ where: { kekId: { not: kekId }, wrapped: { not: null } } });
}

export async function replaceWrapped(tx: Tx, { personId, kekId, wrapped }: WrappedKey): Promise<void> {
  await tx.personKey.update({ where: { personId }, data: { kekId, wrapped } });
}
