// Reads and writes of contracts and their riders. Every function runs inside withTenant.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset, SortKeys } from "../../http/pagination.ts";
import { type PlaceColumns, type Reach, within } from "../../http/reach.ts";
import { containing } from "../../http/text-search.ts";
import { newId } from "../../ids.ts";
import type { Coverage, Modality } from "../clients/index.ts";
import { toDate } from "./calendar.ts";
import { statusSql } from "./in-force.ts";
import type { Today } from "./needs.ts";
import type { CONTRACT_SORTS, ContractQuery, ContractStatus, RiderItem, RiderLimits } from "./schemas.ts";
import type { StoredTerms } from "./terms.ts";

export interface StoredContract {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly typeId: string;
  readonly typeName: string;
  readonly modality: Modality;
  readonly status: ContractStatus;
  readonly cancelledAt: Date | null;
  readonly startsOn: string;
  readonly expiresOn: string | null;
  readonly readjustOn: string | null;
  readonly cycleDay: number;
  readonly durationMonths: number | null;
  readonly readjustMonths: number | null;
  readonly coverage: Coverage;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export interface StoredRow extends StoredContract {
  readonly value: string | null;
  readonly currency: string | null;
  readonly cursorValue: string;
}

export interface StoredRider {
  readonly id: string;
  readonly number: number;
  readonly startDate: string;
  readonly cancelDate: string | null;
  readonly value: string;
  readonly currency: string;
  readonly limits: RiderLimits;
  readonly items: readonly RiderItem[];
  readonly createdAt: Date;
}

const PLACE: PlaceColumns = { row: "k", client: Prisma.sql`k.client_id` };
export const CONTRACT_ID = Prisma.sql`k.id`;
export const CONTRACT_SORT_KEYS: SortKeys<(typeof CONTRACT_SORTS)[number]> = {
  number: { expression: Prisma.sql`k.number::double precision`, type: "double precision" },
  name: { expression: Prisma.sql`lower(k.name)`, type: "text" },
  client: { expression: Prisma.sql`lower(c.name)`, type: "text" },
  startsOn: { expression: Prisma.sql`k.starts_on::text`, type: "text" },
  expiresOn: { expression: Prisma.sql`coalesce(k.expires_on::text, '9999-12-31')`, type: "text" },
};

const columns = (
  today: Today,
) => Prisma.sql`k.id, k.number, k.name, k.client_id as "clientId", c.name as "clientName", k.type_id as "typeId",
  t.name as "typeName", t.modality, ${statusSql(today)} as status, k.cancelled_at as "cancelledAt", k.starts_on::text as "startsOn",
  k.expires_on::text as "expiresOn", k.readjust_on::text as "readjustOn", k.cycle_day as "cycleDay", k.duration_months as "durationMonths",
  k.readjust_months as "readjustMonths", k.coverage, k.created_at as "createdAt", k.updated_at as "updatedAt", k.version`;
/** Joins clients, whose name every line shows. */
const source = Prisma.sql`contracts k join clients c on c.organization_id = k.organization_id and c.id = k.client_id
  join contract_types t on t.organization_id = k.organization_id and t.id = k.type_id`;
const withRider = (day: string) => Prisma.sql`left join lateral (select d.value::text, d.currency from contract_riders d
  where d.organization_id = k.organization_id and d.contract_id = k.id and d.start_date <= ${day}::date
    and (d.cancel_date is null or ${day}::date < d.cancel_date) order by d.start_date desc, d.number desc limit 1) d on true`;

function matching(reach: Reach, { q, clientId, typeId, status }: ContractQuery, today: Today): Prisma.Sql {
  const all = [within(reach, PLACE)];
  if (clientId !== undefined) all.push(Prisma.sql`k.client_id = ${clientId}::uuid`);
  if (typeId !== undefined) all.push(Prisma.sql`k.type_id = ${typeId}::uuid`);
  if (status === "cancelled") all.push(Prisma.sql`k.cancelled_at is not null`);
  else if (status !== undefined) all.push(Prisma.sql`k.cancelled_at is null and ${statusSql(today)} = ${status}`);
  if (q !== undefined && q.trim() !== "")
    all.push(Prisma.sql`(k.name ilike ${containing(q)} or c.name ilike ${containing(q)} or k.number::text = ${q.trim()})`);
  return Prisma.join(all, " and ");
}

/** One page, and how many there are of all pages. */
export async function findContracts(
  tx: Tx,
  reach: Reach,
  { page, query, today }: { page: Keyset; query: ContractQuery; today: Today },
): Promise<{ rows: StoredRow[]; total: number }> {
  const where = matching(reach, query, today);
  const rows = await tx.$queryRaw<StoredRow[]>`select ${columns(today)}, d.value, d.currency, ${page.cursorValue} as "cursorValue"
    from ${source} ${withRider(today.day)} where ${where} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${source} where ${where}`;
  return { rows, total: count?.total ?? 0 };
}

export async function findContract(tx: Tx, reach: Reach, id: string, today: Today): Promise<StoredContract | undefined> {
  const rows = await tx.$queryRaw<StoredContract[]>`select ${columns(today)} from ${source}
    where k.id = ${id}::uuid and ${within(reach, PLACE)}`;
  return rows[0];
}

/** Holds the contract until the transaction ends; answers its version. */
export async function lockContract(tx: Tx, reach: Reach, id: string): Promise<number | undefined> {
  const rows = await tx.$queryRaw<{ version: number }[]>`select k.version from contracts k
    where k.id = ${id}::uuid and ${within(reach, PLACE)} for update`;
  return rows[0]?.version;
}

export const findRiders = (tx: Tx, contractId: string): Promise<StoredRider[]> => tx.$queryRaw`
  select d.id, d.number, d.start_date::text as "startDate", d.cancel_date::text as "cancelDate", d.value::text, d.currency, d.limits, d.items,
    d.created_at as "createdAt"
  from contract_riders d where ${ofTenant("d")} and d.contract_id = ${contractId}::uuid order by d.number`;

/** The next contract number. The row stays locked until commit, so that a roll-back leaves no gap. */
export async function nextContractNumber(tx: Tx, organizationId: string): Promise<number> {
  const rows = await tx.$queryRaw<[{ last: number }]>`
    insert into number_sequences (organization_id, kind, last) values (${organizationId}::uuid, 'contract', 1)
    on conflict (organization_id, kind) do update set last = number_sequences.last + 1 returning last`;
  return rows[0].last;
}

/** Writes a change and counts the version up. */
export async function updateContract(tx: Tx, id: string, data: Prisma.ContractUpdateInput, at: Date): Promise<void> {
  await tx.contract.update({ where: { id }, data: { ...data, updatedAt: at, version: { increment: 1 } } });
}

export interface NewRider {
  readonly contractId: string;
  readonly number: number;
  /** YYYY-MM-DD. */
  readonly startDate: string;
  readonly terms: StoredTerms;
  readonly at: Date;
}

/** Adds a rider to a contract that the transaction holds. */
export async function insertRider(
  tx: Tx,
  { organizationId, userId }: { organizationId: string; userId: string },
  { contractId, number, startDate, terms, at }: NewRider,
): Promise<void> {
  await tx.contractRider.create({
    data: {
      ...{ id: newId(), organizationId, contractId, number, createdBy: userId, createdAt: at },
      startDate: toDate(startDate),
      value: terms.value,
      currency: terms.currency,
      limits: { ...terms.limits },
      items: terms.items.map((item) => ({ ...item })),
    },
  });
}
