// How much CPU the server spends to store telemetry, beside bare loops in the same run: reports per CPU-second of Node and PostgreSQL together.
// Absolute numbers are noise on a shared machine; the ratios are what to look at.
//   node --conditions=vigia-source scripts/bench/ingest-smoke.ts [reports=100000] [agents=1000]
import { readdirSync, readFileSync } from "node:fs";
import { decode, encode, Lane, type Metrics } from "@vigia/protocol";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { createDelivery, type DeliveringAgent } from "../../server/src/delivery/index.ts";
import { newId } from "../../server/src/ids.ts";
import { createLog } from "../../server/src/log.ts";
// biome-ignore-start lint/style/noRestrictedImports: the baseline encodes exactly the rows the product does.
import { encodeRows, type RawRows } from "../../server/src/modules/metrics/copy.ts";
import { createMetrics } from "../../server/src/modules/metrics/index.ts";
import { KINDS } from "../../server/src/modules/metrics/kinds.ts";
// biome-ignore-end lint/style/noRestrictedImports: see above.
import { createTestDatabase, startTestCluster } from "../../server/test/cluster.ts";

const reports = Number(process.argv[2] ?? 100_000);
const agentCount = Number(process.argv[3] ?? 1_000);
const BATCH = 1_000;
const MOST_WAITING = 4_000;
/** Clock ticks a second in /proc on every Linux that Node runs on. */
const TICKS = 100;
const EPOCH = 5;

const cluster = await startTestCluster();
const { database, close } = await createTestDatabase(cluster);
const clock = { now: () => Date.now() };
/** The reports are punctual: late ones cost more, because they are merged into the levels one by one. */
const start = Date.now();

function makeReport(seed: number): Metrics {
  const value = (seed * 7919) % 1000;
  return {
    cpu: { busy: value / 1000, ioWait: 0.01, load1: 1.5 },
    memory: { totalBytes: 16e9, usedBytes: 4e9 + value * 1e6, swapTotalBytes: 4e9, swapUsedBytes: 1e6 },
    volumes: ["/", "/home"].map((mount) => ({
      mount,
      filesystem: "ext4",
      totalBytes: 5e11,
      usedBytes: 2e11 + value * 1e6,
      freeBytes: 3e11,
      inodesTotal: 1e6,
      inodesUsed: 2e5,
    })),
    disks: [{ device: "nvme0n1", readBytesPerSecond: value * 100, writtenBytesPerSecond: value * 50, busy: 0.1 }],
    interfaces: ["eth0", "wg0"].map((name) => ({
      name,
      receivedBytesPerSecond: value * 1000,
      sentBytesPerSecond: value * 10,
      errorsPerSecond: 0,
      up: true,
    })),
    uptimeSeconds: 1e5 + seed,
  };
}

/** Every agent's next report in turn, as the frames that come from the socket. */
function makeFrames(): Uint8Array[] {
  return Array.from({ length: reports }, (_, index) => {
    const round = Math.floor(index / agentCount);
    const record = {
      seq: round + 1,
      atMs: start + round * 100,
      body: "metrics" as const,
      metrics: makeReport(index),
    };
    return encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: EPOCH, records: [record] } });
  });
}

/** CPU seconds of PostgreSQL: the postmaster, what its ended children used, and the living ones. */
function postgresSeconds(postmaster: number): number {
  const stat = (pid: string) =>
    readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
      .map(Number);
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = stat(pid);
      const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
      if (Number(pid) === postmaster) ticks += utime + stime + cutime + cstime;
      else if (fields[1] === postmaster) ticks += utime + stime;
    } catch (error) {
      // The process ended while it was read.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" && (error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
  return ticks / TICKS;
}

const { rows } = await database.telemetry.query<{ pid: number }>("select pg_backend_pid() as pid");
const postmaster = Number(
  readFileSync(`/proc/${rows[0]?.pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ")[1],
);

interface Result {
  readonly node: number;
  readonly postgres: number;
  readonly perSecond: number;
}

async function measure(work: () => Promise<void>): Promise<Result> {
  const [node, postgres] = [process.cpuUsage(), postgresSeconds(postmaster)];
  await work();
  const used = process.cpuUsage(node);
  const nodeSeconds = (used.user + used.system) / 1e6;
  const postgresUsed = postgresSeconds(postmaster) - postgres;
  return { node: nodeSeconds, postgres: postgresUsed, perSecond: reports / (nodeSeconds + postgresUsed) };
}

async function copy(client: pg.PoolClient, target: string, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    client
      .query(copyFrom(`copy ${target} from stdin with (format binary)`))
      .on("finish", resolve)
      .on("error", reject)
      .end(bytes);
  });
}

/** Decode and COPY, nothing else; with `all` the rows of every kind, else the host's row alone. Tables have no index and no partitions. */
async function bare(frames: readonly Uint8Array[], agents: readonly DeliveringAgent[], all: boolean): Promise<void> {
  const client = await database.telemetry.connect();
  const kinds = all ? KINDS : KINDS.slice(0, 1);
  for (const kind of kinds) await client.query(`create temp table bare_${kind.name} (like telemetry.${kind.name}_raw)`);
  for (let from = 0; from < frames.length; from += BATCH) {
    const batches = frames.slice(from, from + BATCH).map((frame) => decode(frame));
    for (const kind of kinds) {
      const found: RawRows[] = batches.flatMap((envelope, index) => {
        const record = envelope.body === "batch" ? envelope.batch.records?.[0] : undefined;
        const agent = agents[(from + index) % agents.length];
        if (record?.body !== "metrics" || agent === undefined) return [];
        return [{ agent, atMs: record.atMs ?? 0, rows: kind.rows(record.metrics) }];
      });
      await copy(client, `bare_${kind.name}`, encodeRows(kind, found));
    }
  }
  for (const kind of kinds) await client.query(`drop table bare_${kind.name}`);
  client.release();
}

async function product(frames: readonly Uint8Array[], agents: readonly DeliveringAgent[]): Promise<void> {
  const log = createLog("warn");
  const metrics = createMetrics({ database, clock, log, intervalSeconds: async () => 30 });
  const unused = () => Promise.reject(new Error("no events here"));
  const delivery = createDelivery({
    database,
    clock,
    log,
    events: { agentEvent: unused, gap: unused, spoolReplaced: unused },
    telemetry: metrics.telemetry,
    allowanceBytes: 1e12,
  });
  let acknowledged = 0;
  const last = new Map<DeliveringAgent, number>();
  const fail = (why: string) => () => {
    throw new Error(why);
  };
  for (const [index, frame] of frames.entries()) {
    const envelope = decode(frame);
    const agent = agents[index % agents.length];
    if (envelope.body !== "batch" || agent === undefined) continue;
    delivery.receive(agent, envelope.batch, {
      ack: (_, __, seq) => {
        acknowledged += seq - (last.get(agent) ?? 0);
        last.set(agent, seq);
      },
      resendFrom: fail("a hole"),
      reject: fail("rejected"),
      pause: fail("paused"),
    });
    while (delivery.stats().queued > MOST_WAITING) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await delivery.stop(60_000);
  if (acknowledged !== frames.length) throw new Error(`${acknowledged} of ${frames.length} reports were acknowledged`);
}

try {
  const frames = makeFrames();
  const organizations = Array.from({ length: 10 }, () => newId());
  const agents = Array.from({ length: agentCount }, (_, index): DeliveringAgent => {
    return { organizationId: organizations[index % organizations.length] ?? "", agentId: newId(), resourceId: newId(), pending: false };
  });
  await bare(frames.slice(0, 5_000), agents, true);
  const hostRow = await measure(() => bare(frames, agents, false));
  const sameRows = await measure(() => bare(frames, agents, true));
  const whole = await measure(() => product(frames, agents));
  const counted = await database.telemetry.query<{ count: string }>("select count(*) from telemetry.host_raw");
  if (Number(counted.rows[0]?.count) !== reports) throw new Error("not every report was stored");
  const line = {
    bench: "ingest-smoke",
    reports,
    agents: agentCount,
    bytesPerFrame: Math.round(frames.reduce((sum, frame) => sum + frame.length, 0) / frames.length),
    product: whole,
    bareHostRow: hostRow,
    bareSameRows: sameRows,
    ratioToHostRow: hostRow.perSecond / whole.perSecond,
    ratioToSameRows: sameRows.perSecond / whole.perSecond,
  };
  console.log(JSON.stringify(line, (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value)));
} finally {
  await close();
  await cluster.stop();
}
