// Imports of equipment: taken in, checked as often as a person changes their mind, written once, and told.
import type { Readable } from "node:stream";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import { newId } from "../../ids.ts";
import type { Log } from "../../log.ts";
import { type Language, readTableApart, TABLE_LIMITS, TableError } from "../../spreadsheet/index.ts";
import type { Audit } from "../audit/index.ts";
import { fileName } from "../files/index.ts";
import type { Importing } from "../resources/index.ts";
import { applyRows, type MakePlace } from "./apply.ts";
import { checkRows, judged } from "./check.ts";
import { guessDateOrder, guessMapping } from "./guess.ts";
import { type CustomField, readKnown } from "./known.ts";
import { reportRows } from "./report.ts";
import { type DateOrder, type Import, type ImportRow, type ImportSettings, type RowsQuery, TARGETS } from "./schemas.ts";
import {
  addImport,
  countRows,
  findImport,
  moveImport,
  pageRows,
  readRows,
  type StoredImport,
  writeJudged,
  writeSettings,
} from "./store.ts";

/** Who imports, and whether they may make clients. */
export interface Importer extends Caller {
  readonly mayMakeClients: boolean;
}

/** All of it answers NOT_FOUND for an import of anybody else. */
export interface Imports {
  /** Throws INVALID_INPUT { problem } for a file that is none, or more than it may be. */
  upload(importer: Importer, file: { name: string; stream: Readable; dateOrder: DateOrder }): Promise<Import>;
  get(importer: Importer, id: string): Promise<Import>;
  rows(importer: Importer, id: string, query: RowsQuery): Promise<{ items: ImportRow[]; nextCursor: string | null; total: number }>;
  /** Checks it anew. Throws CONFLICT once it was started, FORBIDDEN for clients that the person may not make. */
  settle(importer: Importer, id: string, settings: ImportSettings): Promise<Import>;
  /** Starts writing. Throws CONFLICT when it runs or is done. */
  run(importer: Importer, id: string): Promise<Import>;
  /** What became of each row. Told in the log. */
  report(importer: Importer, id: string, language: Language): Promise<AsyncIterable<readonly (string | number)[]>>;
  /** What resources can have, as import knows it. */
  fields(importer: Importer): Promise<CustomField[]>;
  /** Resolves when nothing is written any more; what was not written yet can be continued. */
  stop(): Promise<void>;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: Audit;
  readonly importing: Importing;
  readonly makePlace: MakePlace;
  readonly fieldsOf: (viewer: { organizationId: string }) => Promise<CustomField[]>;
}

const refusal = (problem: string) =>
  new AppError("INVALID_INPUT", `the file cannot be taken: ${problem}`, {
    details: { fields: [{ field: "file", problem }], limits: TABLE_LIMITS },
  });

/** Builds the service. */
export function createImportService({ database, clock, log, audit, importing, makePlace, fieldsOf }: Parts): Imports {
  const running = new Map<string, Promise<void>>();
  let stopping = false;

  async function read(tx: Tx, importer: Importer, id: string): Promise<StoredImport> {
    const row = await findImport(tx, importer, id);
    if (row === null) throw new AppError("NOT_FOUND", "no such import");
    return row;
  }

  async function present(tx: Tx, importer: Importer, id: string, fields: readonly CustomField[]): Promise<Import> {
    const { fileName: name, createdAt, columns, mapping, dateOrder, makeClients, state } = await read(tx, importer, id);
    const first = await pageRows(tx, id, 0, 20);
    return {
      id,
      fileName: name,
      createdAt: createdAt.toISOString(),
      state: state === "running" && !running.has(id) ? "interrupted" : (state as "checked" | "running" | "done"),
      columns,
      samples: columns.map(
        (_, at) =>
          first
            .map(({ cells }) => cells[at] ?? "")
            .find((cell) => cell !== "")
            ?.slice(0, 100) ?? "",
      ),
      mapping,
      targets: [
        ...TARGETS.map((target) => ({ target, label: null })),
        ...fields.map((field) => ({ target: `field:${field.id}`, label: field.label })),
      ],
      dateOrder: dateOrder as DateOrder,
      makeClients,
      mayMakeClients: importer.mayMakeClients,
      counts: await countRows(tx, id),
    };
  }

  async function plan(
    tx: Tx,
    importer: Importer,
    stored: Pick<StoredImport, "id" | "mapping" | "dateOrder" | "makeClients">,
    fields: CustomField[],
  ) {
    const known = await readKnown(tx, importer.reach, fields);
    const options = { dateOrder: stored.dateOrder as DateOrder, makeClients: stored.makeClients && importer.mayMakeClients };
    return checkRows(await readRows(tx, stored.id), stored.mapping, known, options);
  }

  const tell = (tx: Tx, caller: Caller, action: string, id: string, details: Readonly<Record<string, unknown>>) =>
    audit.record(tx, {
      organizationId: caller.organizationId,
      actor: actorOf(caller),
      action,
      subject: { kind: "import", id },
      details,
      address: caller.address,
    });

  async function write(importer: Importer, stored: StoredImport, fields: CustomField[]): Promise<void> {
    const { organizationId } = importer;
    const rows = await database.withTenant(organizationId, (tx) => plan(tx, importer, stored, fields));
    if (!(await applyRows({ database, importing, makePlace }, importer, stored.id, rows, () => stopping))) return;
    await database.withTenant(organizationId, async (tx) => {
      await moveImport(tx, stored.id, ["running"], "done");
      const { done: _, ...counts } = await countRows(tx, stored.id);
      await tell(tx, importer, "import.finished", stored.id, { file: stored.fileName, ...counts });
    });
  }

  return {
    async upload(importer, { name, stream, dateOrder }) {
      const table = await readTableApart(await collect(stream)).catch((error: unknown) => {
        throw error instanceof TableError ? refusal(error.problem) : error;
      });
      const fields = await fieldsOf(importer);
      const mapping = guessMapping(table.columns, fields);
      const stored: StoredImport = {
        id: newId(),
        organizationId: importer.organizationId,
        createdBy: importer.userId,
        createdAt: new Date(clock.now()),
        fileName: fileName(name),
        columns: table.columns.map(storable),
        mapping,
        dateOrder: guessDateOrder(datesIn(table.rows, mapping), dateOrder),
        makeClients: false,
        state: "checked",
      };
      const rows = table.rows.map(({ number, cells }) => ({ number, cells: cells.map(storable) }));
      return database.withTenant(importer.organizationId, async (tx) => {
        await addImport(tx, stored, rows);
        await writeJudged(tx, stored.id, (await plan(tx, importer, stored, fields)).map(judged), false);
        await tell(tx, importer, "import.uploaded", stored.id, { file: stored.fileName, rows: rows.length });
        return present(tx, importer, stored.id, fields);
      });
    },

    async get(importer, id) {
      const fields = await fieldsOf(importer);
      return database.withTenant(importer.organizationId, (tx) => present(tx, importer, id, fields));
    },

    rows: (importer, id, { limit = 50, cursor, outcome }) =>
      database.withTenant(importer.organizationId, async (tx) => {
        await read(tx, importer, id);
        const after = cursor === undefined ? 0 : Number(cursor);
        if (!Number.isSafeInteger(after) || after < 0 || after > 2 ** 31 - 1)
          throw new AppError("INVALID_INPUT", "the cursor is not one of this list", {
            details: { fields: [{ field: "cursor", problem: "invalid" }] },
          });
        const rows = await pageRows(tx, id, after, limit + 1, outcome);
        const items = rows.slice(0, limit);
        const counts = await countRows(tx, id);
        return {
          items,
          nextCursor: rows.length > limit ? String(items.at(-1)?.number ?? 0) : null,
          total: outcome === undefined ? counts.rows : counts[outcome],
        };
      }),

    async settle(importer, id, settings) {
      if (settings.makeClients && !importer.mayMakeClients)
        throw new AppError("FORBIDDEN", "new clients are added by those who may change clients and reach all of them");
      const fields = await fieldsOf(importer);
      return database.withTenant(importer.organizationId, async (tx) => {
        const { columns, mapping, dateOrder, makeClients } = await read(tx, importer, id);
        refuseMapping(settings.mapping, columns.length, fields);
        if (!(await writeSettings(tx, id, settings))) throw new AppError("CONFLICT", "the import was started");
        await writeJudged(tx, id, (await plan(tx, importer, { id, ...settings }, fields)).map(judged), false);
        const before = { mapping, dateOrder, makeClients };
        await tell(tx, importer, "import.changed", id, { before, after: settings });
        return present(tx, importer, id, fields);
      });
    },

    async run(importer, id) {
      const fields = await fieldsOf(importer);
      if (running.has(id) || stopping) throw new AppError("CONFLICT", "the import is running");
      const stored = await database.withTenant(importer.organizationId, async (tx) => {
        const row = await read(tx, importer, id);
        if (!(await moveImport(tx, id, ["checked", "running"], "running"))) throw new AppError("CONFLICT", "the import is done");
        await tell(tx, importer, "import.started", id, { file: row.fileName });
        return row;
      });
      if (running.has(id)) throw new AppError("CONFLICT", "the import is running");
      const work = write(importer, stored, fields)
        .catch((error: unknown) => log.error({ err: error, importId: id }, "an import ended early; it can be continued"))
        .finally(() => running.delete(id));
      running.set(id, work);
      return database.withTenant(importer.organizationId, (tx) => present(tx, importer, id, fields));
    },

    async report(importer, id, language) {
      const { organizationId } = importer;
      const stored = await database.withTenant(organizationId, async (tx) => {
        const row = await read(tx, importer, id);
        await tell(tx, importer, "import.report_downloaded", id, { file: row.fileName });
        return row;
      });
      const next = (after: number) => database.withTenant(organizationId, (tx) => pageRows(tx, id, after, 500));
      return reportRows(stored.columns, next, language);
    },

    fields: fieldsOf,

    async stop() {
      stopping = true;
      await Promise.all(running.values());
    },
  };
}

/** What PostgreSQL cannot keep in a text. */
const storable = (text: string): string => text.replaceAll("\0", "").replace(/\p{Cs}/gu, "\ufffd");

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > TABLE_LIMITS.bytes) throw refusal("size");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function* datesIn(rows: readonly { cells: readonly string[] }[], mapping: readonly string[]): Generator<string> {
  const columns = mapping.flatMap((target, at) => (target === "acquisitionDate" || target === "warrantyDate" ? [at] : []));
  for (const { cells } of rows) for (const column of columns) yield cells[column] ?? "";
}

function refuseMapping(mapping: readonly string[], columns: number, fields: readonly CustomField[]): void {
  const known = new Set<string>([...TARGETS, ...fields.map(({ id }) => `field:${id}`)]);
  const named = mapping.filter((target) => target !== "");
  if (mapping.length === columns && named.every((target) => known.has(target)) && new Set(named).size === named.length) return;
  throw new AppError("INVALID_INPUT", "the mapping names each target once, for as many columns as the file has", {
    details: { fields: [{ field: "mapping", problem: "invalid" }] },
  });
}
