import type { Metrics } from "@vigia/protocol";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { deliver, makeAgent, metrics } from "../../../test/deliver.ts";
import { createDelivery, type DeliveringAgent, type Delivery, type EventHandlers } from "../../delivery/index.ts";
import { newId } from "../../ids.ts";
import { createLog } from "../../log.ts";
import { readChart } from "./chart.ts";
import { createIngest } from "./ingest.ts";
import { KINDS } from "./kinds.ts";
import { destinations } from "./late.ts";
import { createPartitions } from "./partitions.ts";
import { chooseRange } from "./range.ts";
import { rollUp } from "./rollup.ts";
import type { ResourceMetrics } from "./schemas.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The week crosses a month's border. */
const START = Date.UTC(2026, 0, 28, 5, 17, 3);
const LEVELS = ["1m", "5m", "1h"];
const unused = () => Promise.reject(new Error("lane EVENT is not part of this test"));
const events: EventHandlers = { agentEvent: unused, gap: unused, spoolReplaced: unused };

/** The same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Sample {
  readonly at: number;
  readonly of: Metrics;
}

/** A report every two minutes with some jitter; now and then a value or a whole volume is missing. */
function samplesFrom(start: number, end: number, random: () => number): Sample[] {
  const samples: Sample[] = [];
  for (let at = start; at < end; at += 2 * MINUTE)
    samples.push({
      at: at + Math.floor(random() * 100_000),
      of: {
        cpu: { busy: random(), ...(random() < 0.8 && { ioWait: random() / 10 }) },
        memory: { totalBytes: 8e9, usedBytes: Math.floor(random() * 8e9) },
        volumes: random() < 0.7 ? [{ mount: "/", totalBytes: 1e12, usedBytes: Math.floor(random() * 1e12), freeBytes: 1e11 }] : [],
        interfaces: [{ name: "eth0", receivedBytesPerSecond: random() * 1e9, sentBytesPerSecond: random() * 1e9 }],
      },
    });
  return samples;
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ item }) => item);

let db: TestDatabase;
let owner: pg.Client;
let now = START;
const clock = { now: () => now };
let organizationId: string;
let delivery: Delivery;
let close: () => Promise<void>;
const sent = new Map<DeliveringAgent, number>();

beforeAll(async () => {
  db = await startTestDatabase();
  owner = new pg.Client(db.ownerConfig);
  await owner.connect();
  const pool = db.database.telemetry;
  const partitions = createPartitions(pool, clock);
  organizationId = newId();
  delivery = createDelivery({
    database: db.database,
    clock,
    log: createLog("silent"),
    events,
    telemetry: createIngest(pool, clock, partitions),
    allowanceBytes: 1e12,
  });
  close = () => rollUp({ pool, clock, partitions });
});
afterAll(async () => {
  await owner.end();
  await db.close();
});

/** Sends the samples in the given order under the agent's next numbers. */
async function send(agent: DeliveringAgent, samples: readonly Sample[]): Promise<void> {
  const from = sent.get(agent) ?? 0;
  sent.set(agent, from + samples.length);
  const records = samples.map(({ at, of }, index) => metrics(from + index + 1, at, of));
  const { acks } = await deliver(delivery, agent, records);
  if (samples.length > 0) expect(acks.at(-1)?.seq).toBe(from + samples.length);
}

type Row = Record<string, number | string | null>;

async function levelRows(kind: string, level: string, agent: DeliveringAgent): Promise<Row[]> {
  const { rows } = await owner.query(
    `select to_jsonb(t) - 'organization_id' - 'resource_id' as row from telemetry.${kind}_${level} t where resource_id = $1 order by object, bucket`,
    [agent.resourceId],
  );
  return rows.map(({ row }) => row);
}

/** Sums of the same numbers in another order differ in the last bits; everything else is equal. */
function expectSame(actual: readonly Row[], expected: readonly Row[]): void {
  expect(actual).toHaveLength(expected.length);
  const differences = expected.flatMap((row, index) =>
    Object.entries(row).flatMap(([name, value]) => {
      const other = actual[index]?.[name];
      const close = typeof value === "number" && /_sum$|avg/.test(name) && Math.abs(Number(other) - value) <= 1e-9 * Math.abs(value);
      return close || other === value ? [] : [`${index} ${name}: ${other} instead of ${value}`];
    }),
  );
  expect(differences.slice(0, 5)).toEqual([]);
}

const chart = (agent: DeliveringAgent, range: number): Promise<ResourceMetrics> =>
  db.database.withTenant(organizationId, (tx) =>
    readChart(tx, agent.resourceId, chooseRange({ from: String(now - range), to: String(now) }, now, 30)),
  );

async function expectSameCharts(actual: DeliveringAgent, expected: DeliveringAgent, shortest = HOUR): Promise<void> {
  for (const [range, source] of [
    [HOUR, "raw"],
    [6 * HOUR, "raw"],
    [24 * HOUR, "1m"],
    [48 * HOUR, "1m"],
    [7 * DAY, "5m"],
    [30 * DAY, "1h"],
  ] as const) {
    if (range < shortest) continue;
    const [one, other] = [await chart(actual, range), await chart(expected, range)];
    expect([one.source, one.times]).toEqual([source, other.times]);
    expect(one.series.map(({ kind, object, metric }) => [kind, object, metric])).toEqual(
      other.series.map(({ kind, object, metric }) => [kind, object, metric]),
    );
    expect(other.series.length).toBeGreaterThan(10);
    for (const [index, { avg, min, max, last }] of other.series.entries()) {
      expect([one.series[index]?.min, one.series[index]?.max, one.series[index]?.last]).toEqual([min, max, last]);
      expectSame(
        one.series[index]?.avg.map((value) => ({ avg: value })) ?? [],
        avg.map((value) => ({ avg: value })),
      );
    }
  }
}

describe("late reports", () => {
  it("of a whole week, shuffled among punctual ones, make every level and chart equal to the in-order run", async () => {
    const random = createRandom(42);
    const week = samplesFrom(START, START + 7 * DAY, random);
    const [punctual, late] = [makeAgent(organizationId), makeAgent(organizationId)];
    const kept: Sample[] = [];
    // The week as it passes: one agent sends each hour's reports in order; the other only some of them, the rest stays in its spool.
    for (let hour = 0; hour < 7 * 24; hour++) {
      const passed = week.filter(({ at }) => at >= START + hour * HOUR && at < START + (hour + 1) * HOUR);
      now = START + (hour + 1) * HOUR;
      await send(punctual, passed);
      const through = passed.filter(() => random() < 0.3);
      kept.push(...passed.filter((sample) => !through.includes(sample)));
      await send(late, shuffled(through, random));
      if (hour % 6 === 5) await close();
    }
    // Then everything else arrives, in no order, while the job keeps closing buckets.
    const rest = [...shuffled(kept, random), ...week.filter(({ at }) => at >= START + 7 * DAY)];
    await send(
      punctual,
      week.filter(({ at }) => at >= START + 7 * DAY),
    );
    for (let from = 0; from < rest.length; from += 700) {
      now += 31_000;
      await Promise.all([send(late, rest.slice(from, from + 700)), close()]);
    }
    await expectSameCharts(late, punctual);
    for (let round = 0; round < 2; round++) {
      for (const { name } of KINDS)
        for (const level of LEVELS) expectSame(await levelRows(name, level, late), await levelRows(name, level, punctual));
      now += 2 * HOUR;
      await close();
    }
    await expectSameCharts(late, punctual, 24 * HOUR);
    // Each report is in each level exactly once.
    for (const level of LEVELS) {
      const rows = await levelRows("host", level, late);
      expect(rows.reduce((sum, row) => sum + Number(row["cpu_count"]), 0)).toBe(week.length);
    }
  });

  it("older than a table keeps skip that table and reach the coarser ones", async () => {
    const agent = makeAgent(organizationId);
    await close();
    await send(agent, samplesFrom(now - 33 * DAY, now - 33 * DAY + 10 * MINUTE, createRandom(1)));
    const count = async (level: string) => (await levelRows("host", level, agent)).reduce((sum, row) => sum + Number(row["cpu_count"]), 0);
    expect([await count("1m"), await count("5m"), await count("1h")]).toEqual([0, 5, 5]);
    const { rows } = await owner.query("select count(*)::int from telemetry.report_raw where resource_id = $1", [agent.resourceId]);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it("that no table held when the job stood still for days are counted once when it runs again", async () => {
    const agent = makeAgent(organizationId);
    await close();
    const stopped = now;
    now += 4 * DAY;
    // Some 80 hours old and not in raw any more, some one hour old: both newer than what the job has made.
    const samples = [
      ...samplesFrom(stopped + 16 * HOUR, stopped + 17 * HOUR, createRandom(2)),
      ...samplesFrom(now - 2 * HOUR, now - HOUR, createRandom(3)),
    ];
    await send(agent, samples);
    const shown = async () => (await chart(agent, 7 * DAY)).series[0]?.avg.filter((value) => value !== null).length;
    const before = await shown();
    await close();
    for (const level of LEVELS)
      expect((await levelRows("host", level, agent)).reduce((sum, row) => sum + Number(row["cpu_count"]), 0)).toBe(samples.length);
    expect([before, await shown()]).toEqual([before, before]);
    expect(before).toBeGreaterThan(5);
  }, 60_000);

  it("go to each table by rule", () => {
    const upto = { "1m": now - 2 * MINUTE, "5m": now - 5 * MINUTE, "1h": now - HOUR };
    expect(destinations(now - MINUTE, now, upto)).toEqual(["raw"]);
    expect(destinations(now - 3 * MINUTE, now, upto)).toEqual(["raw", "1m"]);
    expect(destinations(now - 10 * MINUTE, now, upto)).toEqual(["raw", "1m", "5m"]);
    expect(destinations(now - 2 * HOUR, now, upto)).toEqual(["raw", "1m", "5m", "1h"]);
    expect(destinations(now - 3 * DAY, now, upto)).toEqual(["1m", "5m", "1h"]);
    expect(destinations(now - 31 * DAY, now, upto)).toEqual(["5m", "1h"]);
  });
});
