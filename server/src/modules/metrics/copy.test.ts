import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { newId } from "../../ids.ts";
import { copyReports, type StoredReport } from "./copy.ts";
import { KINDS } from "./kinds.ts";
import { createPartitions } from "./partitions.ts";
import type { ReportRows } from "./read-report.ts";
import { encodeRow } from "./report-row.ts";
import { rowsOf } from "./sql.ts";

const NOW = Date.UTC(2026, 4, 31, 23, 30);
const agent = { organizationId: newId(), resourceId: newId() };
/** A report with one thing of every kind. */
const oneOfEach = (object: string): ReportRows =>
  KINDS.map((kind) => [{ object: kind.name === "host" ? "" : object, values: kind.metrics.map((_, index) => index + 0.5) }]);
const stored = (rows: ReportRows, atMs = NOW): StoredReport => ({ agent, atMs, row: encodeRow(rows) });

let db: TestDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  db = await startTestDatabase();
  await createPartitions(db.database.telemetry, { now: () => NOW }).ensure([NOW, NOW + 3_600_000]);
  client = await db.database.telemetry.connect();
});
afterAll(async () => {
  client.release();
  await db.close();
});

/** Everything stored, taken apart again, as one text for each thing. */
async function things(): Promise<string[]> {
  const found: string[] = [];
  for (const kind of KINDS) {
    const names = kind.metrics.map(({ name }) => name);
    const { rows } = await client.query(`select * from ${rowsOf(kind, "raw")}`);
    for (const row of rows)
      found.push(
        JSON.stringify([
          kind.name,
          row.organization_id,
          row.resource_id,
          row.object,
          row.at.getTime(),
          names.map((name) => String(row[name])),
        ]),
      );
  }
  return found.sort((one, other) => (one < other ? -1 : 1));
}

describe("reports by COPY BINARY", () => {
  it("come back as they were written: any names, any numbers, any time, in any mixture of resources", async () => {
    const ids = Array.from({ length: 3 }, () => newId());
    const value = fc.option(fc.double({ noNaN: true }), { nil: null });
    const name = fc.string({ unit: "binary", maxLength: 255 }).filter((text) => !text.includes("\0"));
    const rows = fc.tuple(
      ...KINDS.map((kind) => {
        const values = fc.array(value, { minLength: kind.metrics.length, maxLength: kind.metrics.length });
        // A host's row has a processor or a memory.
        if (kind.name === "host")
          return fc.array(fc.record({ object: fc.constant(""), values: values.map((all) => [all[0] ?? 0, ...all.slice(1)]) }), {
            maxLength: 1,
          });
        return fc.array(fc.record({ object: name, values }), { maxLength: 4 });
      }),
    );
    const report = fc.record({
      agent: fc.record({ organizationId: fc.constantFrom(...ids), resourceId: fc.constantFrom(...ids) }),
      atMs: fc.integer({ min: NOW, max: NOW + 7_199_999 }),
      rows,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(report, { maxLength: 8 }), async (reports) => {
        await client.query("truncate telemetry.report_raw");
        await copyReports(
          client,
          reports.map(({ agent: owner, atMs, rows: of }) => ({ agent: owner, atMs, row: encodeRow(of) })),
        );
        const expected = reports.flatMap(({ agent: owner, atMs, rows: of }) =>
          of.flatMap((all, index) =>
            all.map((one) =>
              JSON.stringify([KINDS[index]?.name, owner.organizationId, owner.resourceId, one.object, atMs, one.values.map(String)]),
            ),
          ),
        );
        expect(await things()).toEqual(expected.sort((one, other) => (one < other ? -1 : 1)));
      }),
      { numRuns: 60 },
    );
  });

  it("fill every kind's columns in their order", async () => {
    await client.query("truncate telemetry.report_raw");
    await copyReports(client, [stored(oneOfEach("x"))]);
    for (const kind of KINDS) {
      const names = kind.metrics.map(({ name }) => name);
      const { rows } = await client.query(`select ${names.join(", ")} from ${rowsOf(kind, "raw")}`);
      expect(rows).toEqual([Object.fromEntries(names.map((name, index) => [name, index + 0.5]))]);
    }
  });

  it("that PostgreSQL refuses fail with its reason and leave the connection usable", async () => {
    await client.query("begin");
    await expect(copyReports(client, [stored(oneOfEach("a\0b"))])).rejects.toMatchObject({ code: "22021" });
    await client.query("rollback");
    expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  it("need the partition that holds their time", async () => {
    await expect(copyReports(client, [stored(oneOfEach("a"), NOW - 30 * 86_400_000)])).rejects.toThrow("no partition");
  });

  it("are refused to the application role, which row-level security binds", async () => {
    const app = new pg.Client(db.appConfig);
    await app.connect();
    try {
      await expect(app.query("copy telemetry.report_raw from stdin")).rejects.toThrow(/permission denied|row-level security/);
    } finally {
      await app.end();
    }
  });
});
