import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { newId } from "../../ids.ts";
import { createPartitions } from "./partitions.ts";
import { rollUp } from "./rollup.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 4, 6, 7, 8);
let now = START;
const clock = { now: () => now };
let db: TestDatabase;
let owner: pg.Client;
let agent: pg.Client;
const organizationId = newId();

beforeAll(async () => {
  db = await startTestDatabase();
  [owner, agent] = [new pg.Client(db.ownerConfig), new pg.Client(db.telemetryConfig)];
  await Promise.all([owner.connect(), agent.connect()]);
  await createPartitions(db.database.telemetry, clock).ensure([START]);
  await close();
});
afterAll(async () => {
  await Promise.all([owner.end(), agent.end()]);
  await db.close();
});

const close = () => rollUp({ pool: db.database.telemetry, clock, partitions: createPartitions(db.database.telemetry, clock) });

const report = (client: pg.Client, resourceId: string, at: number, cpu: number) =>
  client.query("insert into telemetry.report_raw (organization_id, resource_id, at, cpu) values ($1, $2, to_timestamp($3 / 1000.0), $4)", [
    organizationId,
    resourceId,
    at,
    cpu,
  ]);

/** Resolves when a connection of the telemetry role waits for a lock. */
const somebodyWaits = () =>
  vi.waitFor(async () => {
    const { rows } = await owner.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    expect(rows).toHaveLength(1);
  }, 10_000);

describe("closing buckets", () => {
  it("counts a report that is committed after its bucket was made and before it is closed, once", async () => {
    const [early, late, other] = [newId(), newId(), newId()];
    for (const resource of [early, other]) await report(owner, resource, START + 1_000, 0.5);
    // As an ingest under way: it holds the progress, and nobody sees its reports yet.
    await agent.query("begin");
    await agent.query("select 1 from telemetry.rollup_progress for share");
    await report(agent, early, START + 2_000, 0.7);
    await report(agent, late, START + 3_000, 0.9);
    now = START + 5 * MINUTE;
    const closed = close();
    await somebodyWaits();
    await agent.query("commit");
    await closed;
    const { rows } = await owner.query("select resource_id, cpu_count, round(cpu_sum::numeric, 6)::text as sum from telemetry.host_1m");
    expect(new Map(rows.map((row) => [row.resource_id, [row.cpu_count, row.sum]]))).toEqual(
      new Map([
        [early, [2, "1.200000"]],
        [other, [1, "0.500000"]],
        [late, [1, "0.900000"]],
      ]),
    );
  });

  it("keeps no report waiting while the buckets are made", async () => {
    await report(owner, newId(), now, 0.1);
    now += 5 * MINUTE;
    // The job comes as far as writing its first bucket.
    await owner.query("begin");
    await owner.query("lock table telemetry.host_1m in exclusive mode");
    const closed = close();
    await vi.waitFor(async () => {
      const { rows } = await agent.query("select 1 from pg_locks where not granted");
      expect(rows).toHaveLength(1);
    }, 10_000);
    await agent.query("set lock_timeout = '5s'");
    const { rowCount } = await agent.query("select 1 from telemetry.rollup_progress for share");
    expect(rowCount).toBe(3);
    await owner.query("commit");
    await closed;
  });
});
