// Reads the chain. Nothing here writes: the database links entries by itself when their transaction commits.
import { ofTenant, type Tx } from "../../database/index.ts";
import type { EntryText } from "./bytes.ts";

export interface Head {
  /** 0 before the first entry. */
  readonly number: number;
  readonly hash: Buffer | undefined;
}

export async function findHead(tx: Tx): Promise<Head> {
  const [row] = await tx.$queryRaw<
    { number: bigint; hash: Uint8Array }[]
  >`select number, hash from audit_heads where ${ofTenant("audit_heads")}`;
  return row === undefined ? { number: 0, hash: undefined } : { number: Number(row.number), hash: Buffer.from(row.hash) };
}

export interface LinkRow {
  readonly number: number;
  readonly entryId: string;
  readonly hash: Uint8Array;
  /** null when there is no such entry. */
  readonly fields: EntryText | null;
}

/** Rows behind a number, in order. */
export async function readLinks(tx: Tx, after: number, limit: number): Promise<LinkRow[]> {
  const rows = await tx.$queryRaw<{ number: bigint; entryId: string; hash: Uint8Array; found: boolean; fields: (string | null)[] }[]>`
    select c.number, c.entry_id as "entryId", c.hash, e.id is not null as found,
      array[e.id::text, e.organization_id::text, (extract(epoch from e.at) * 1000)::bigint::text, e.actor_kind, e.actor_id::text, e.action,
        e.subject_kind, e.subject_id::text, e.details::text, e.address, e.personal::text]
        || case when e.token_id is null then '{}'::text[] else array[e.token_id::text] end as fields
    from audit_chain c left join audit_entries e on e.organization_id = c.organization_id and e.id = c.entry_id
    where ${ofTenant("c")} and c.number > ${after} order by c.number limit ${limit}`;
  return rows.map(({ number, entryId, hash, found, fields }) => ({ number: Number(number), entryId, hash, fields: found ? fields : null }));
}

/** An entry that no link names, the oldest first. */
export async function findUnlinked(tx: Tx): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from audit_entries e
    where ${ofTenant("e")} and not exists (select from audit_chain c where c.organization_id = e.organization_id and c.entry_id = e.id)
    order by e.at, e.id limit 1`;
  return rows[0]?.id;
}

/** Ids of all organizations; needs no organization. */
export async function listOrganizations(tx: Tx): Promise<string[]> {
  return (await tx.organizationDirectory.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
}
