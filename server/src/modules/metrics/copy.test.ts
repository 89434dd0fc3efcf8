import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { newId } from "../../ids.ts";
import { copyRows, type RawRows } from "./copy.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { createPartitions } from "./partitions.ts";

const NOW = Date.UTC(2026, 4, 31, 23, 30);
const kindOf = (name: string): Kind => {
  const kind = KINDS.find((one) => one.name === name);
  if (kind === undefined) throw new Error(name);
  return kind;
};
const volume = kindOf("volume");
const agent = { organizationId: newId(), resourceId: newId() };

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

describe("rows by COPY BINARY", () => {
  it("come back as they were written: any name, any number, any time, in any mixture of resources", async () => {
    const ids = Array.from({ length: 3 }, () => newId());
    const value = fc.option(fc.double({ noNaN: true }), { nil: null });
    const name = fc.string({ unit: "binary", maxLength: 255 }).filter((text) => !text.includes("\0"));
    const report = fc.record({
      agent: fc.record({ organizationId: fc.constantFrom(...ids), resourceId: fc.constantFrom(...ids) }),
      atMs: fc.integer({ min: NOW, max: NOW + 7_199_999 }),
      rows: fc.array(fc.record({ object: name, values: fc.tuple(value, value, value) }), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(report, { maxLength: 10 }), async (reports: RawRows[]) => {
        await client.query("truncate telemetry.volume_raw");
        await copyRows(client, volume, reports);
        const stored = await client.query(
          "select organization_id, resource_id, object, at, used, free, inodes_used from telemetry.volume_raw order by ctid",
        );
        const key = (entry: unknown) => JSON.stringify(entry);
        const actual = stored.rows.map((one) =>
          key([one.organization_id, one.resource_id, one.object, one.at.getTime(), ...[one.used, one.free, one.inodes_used].map(String)]),
        );
        const expected = reports.flatMap(({ agent, atMs, rows }) =>
          rows.map((row) => key([agent.organizationId, agent.resourceId, row.object, atMs, ...row.values.map(asPostgres)])),
        );
        expect(actual.sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("fill every kind's columns in their order", async () => {
    for (const kind of KINDS) {
      const values = kind.metrics.map((_, index) => index + 0.5);
      const resourceId = newId();
      await copyRows(client, kind, [{ agent: { organizationId: newId(), resourceId }, atMs: NOW, rows: [{ object: "x", values }] }]);
      const names = kind.metrics.map(({ name }) => name);
      const { rows } = await client.query(`select ${names.join(", ")} from telemetry.${kind.name}_raw where resource_id = $1`, [
        resourceId,
      ]);
      expect(rows).toEqual([Object.fromEntries(names.map((name, index) => [name, index + 0.5]))]);
    }
  });

  it("that PostgreSQL refuses fail with its reason and leave the connection usable", async () => {
    const row = { object: "a\0b", values: [1, 2, 3] };
    await client.query("begin");
    await expect(copyRows(client, volume, [{ agent, atMs: NOW, rows: [row] }])).rejects.toMatchObject({
      code: "22021",
    });
    await client.query("rollback");
    expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  it("need the partition that holds their time", async () => {
    const row = { object: "a", values: [1, 2, 3] };
    const late = copyRows(client, volume, [{ agent, atMs: NOW - 30 * 86_400_000, rows: [row] }]);
    await expect(late).rejects.toThrow("no partition");
  });

  it("are refused to the application role, which row-level security binds", async () => {
    const app = new pg.Client(db.appConfig);
    await app.connect();
    try {
      await expect(app.query("copy telemetry.volume_raw from stdin")).rejects.toThrow(/permission denied|row-level security/);
    } finally {
      await app.end();
    }
  });
});

/** PostgreSQL knows no negative zero in text, and JavaScript prints it like the other one. */
const asPostgres = (value: number | null): string => String(value);
