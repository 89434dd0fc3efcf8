// Reads and writes of imports and their rows. Every function runs inside withTenant; an import is its maker's alone.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller } from "../../http/caller.ts";
import type { Import, ImportRow, ImportSettings, Outcome, Problem } from "./schemas.ts";

const AT_ONCE = 1000;
/** After this long an import and its rows are forgotten, milliseconds. */
const KEPT_MS = 30 * 86_400_000;

export const findImport = (tx: Tx, { userId }: Pick<Caller, "userId">, id: string) =>
  tx.import.findFirst({ where: { id, createdBy: userId } });
export type StoredImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export interface StoredRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Judged {
  readonly number: number;
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly targetId: string | null;
}

/** Adds it with its rows, and forgets what is older than a month. */
export async function addImport(tx: Tx, row: StoredImport, rows: readonly StoredRow[]): Promise<void> {
  await tx.import.deleteMany({ where: { createdAt: { lt: new Date(row.createdAt.getTime() - KEPT_MS) } } });
  await tx.import.create({ data: row });
  const common = { organizationId: row.organizationId, importId: row.id };
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx.importRow.createMany({
      data: rows.slice(at, at + AT_ONCE).map(({ number, cells }) => ({ ...common, number, cells: [...cells] })),
    });
}

/** Only while it is checked. Answers whether it was. */
export async function writeSettings(tx: Tx, id: string, settings: ImportSettings): Promise<boolean> {
  const { count } = await tx.import.updateMany({ where: { id, state: "checked" }, data: settings });
  return count === 1;
}

/** Moves it on. Answers whether it stood in one of `from`. */
export async function moveImport(tx: Tx, id: string, from: readonly string[], state: string): Promise<boolean> {
  const { count } = await tx.import.updateMany({ where: { id, state: { in: [...from] } }, data: { state } });
  return count === 1;
}

/** All rows in their order. */
export const readRows = (tx: Tx, importId: string): Promise<StoredRow[]> =>
  tx.importRow.findMany({ where: { importId }, select: { number: true, cells: true }, orderBy: { number: "asc" } });

/** What becomes of many rows, in one statement. */
export async function writeJudged(tx: Tx, importId: string, rows: readonly Judged[], done: boolean): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const json = JSON.stringify(rows.slice(at, at + AT_ONCE));
    await tx.$executeRaw`update import_rows i set outcome = j.outcome, problems = j.problems, target_id = j."targetId", done = ${done}
      from jsonb_to_recordset(${json}::jsonb) as j (number int, outcome text, problems jsonb, "targetId" uuid)
      where ${ofTenant("i")} and i.import_id = ${importId}::uuid and i.number = j.number`;
  }
}

export async function countRows(tx: Tx, importId: string): Promise<Import["counts"]> {
  const [counts] = await tx.$queryRaw<Import["counts"][]>`select count(*)::int as rows, count(*) filter (where done)::int as done,
      count(*) filter (where outcome = 'made')::int as made, count(*) filter (where outcome = 'changed')::int as changed,
      count(*) filter (where outcome = 'unchanged')::int as unchanged, count(*) filter (where outcome = 'failed')::int as failed
    from import_rows i where ${ofTenant("i")} and i.import_id = ${importId}::uuid`;
  return counts ?? { rows: 0, done: 0, made: 0, changed: 0, unchanged: 0, failed: 0 };
}

/** Rows after a number, in their order. */
export async function pageRows(tx: Tx, importId: string, after: number, take: number, outcome?: Outcome): Promise<ImportRow[]> {
  const which = outcome === undefined ? Prisma.sql`true` : Prisma.sql`i.outcome = ${outcome}`;
  return tx.$queryRaw`select i.number, i.outcome, i.cells, i.problems, i.target_id as "resourceId" from import_rows i
    where ${ofTenant("i")} and i.import_id = ${importId}::uuid and i.number > ${after} and ${which} order by i.number limit ${take}`;
}
