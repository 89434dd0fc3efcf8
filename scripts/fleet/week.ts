// An agent whose server is away for a simulated week: real spool, link and sockets, with the machine's clock and timers run ahead.
// Its memory must stay flat, its spool within its cap, and what it had to drop must be visible afterwards.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { mock } from "node:test";
import { until } from "../../server/test/kit/processes.ts";
import { openSimulatedAgent, type SimulatedAgent } from "./agent/agent.ts";
import { openTruth } from "./agent/truth.ts";
import { createDice } from "./dice.ts";
import { fitSlope, type Point } from "./load/slope.ts";
import { judge } from "./oracle/judge.ts";
import { readTruth } from "./oracle/read-truth.ts";
import type { Verdict } from "./oracle/verdict.ts";
import { type Composition, startComposition } from "./planted/composition.ts";
import { type Ground, openGround } from "./planted/ground.ts";

const DAY_MS = 86_400_000;
/** The shortest interval and the smallest spool that an agent can be given, and a machine with many volumes: else a week would not fill it. */
const INTERVAL_MS = 5_000;
const VOLUMES = 10;
const CAP_BYTES = 32 * 1_048_576;
const SEGMENT_BYTES = 4 * 1_048_576;
const STEP_MS = 60_000;
const SAMPLE_EVERY_STEPS = 60;
/** Growth is judged after the first day. */
const WARM_UP_HOURS = 24;
const DRAIN_MS = 1_800_000;
const MIB = 1_048_576;

export interface WeekReport {
  readonly days: number;
  readonly reports: number;
  /** How often it tried to connect meanwhile. */
  readonly tries: number;
  readonly heapMiB: { readonly first: number; readonly last: number };
  /** MiB a simulated hour after warm-up, of what is left after a garbage collection. */
  readonly heapSlopeMiBPerHour: number;
  readonly spoolMiB: number;
  readonly spoolMostMiB: number;
  readonly capMiB: number;
  readonly verdict: Verdict;
  /** The heap is flat, the spool within its cap and a segment being written, gaps are visible and nothing else is missing. */
  readonly ok: boolean;
}

/** Runs it. `collect` collects garbage. */
export async function runWeek(days: number, collect: () => void, say: (line: string) => void): Promise<WeekReport> {
  const ground = await openGround();
  let server: Composition | undefined;
  try {
    // Takes a port and leaves it: nobody answers there for a week.
    const { port, stop } = await startServer(ground, 0);
    await stop();
    const [dir = ""] = await ground.agents(1, port);
    const truth = openTruth(join(dir, "truth.ndjson"));
    const startedAt = Date.now() - days * DAY_MS;
    let passed = 0;
    let tries = 0;
    const clock = { now: () => startedAt + passed, monotonic: () => passed, uptimeMs: () => passed };
    const agent = await openSimulatedAgent({
      a: 0,
      dir,
      note: truth.note,
      dice: createDice(7),
      onTry: () => void tries++,
      volumes: VOLUMES,
      clock,
      spoolBytes: CAP_BYTES,
      segmentBytes: SEGMENT_BYTES,
      onTrouble: (what, error) => say(`${what}: ${String(error)}`),
    });
    const heap: Point[] = [];
    let spoolMost = 0;
    mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
    await agent.connect();
    for (let step = 0; passed < days * DAY_MS; step++) {
      for (let at = 0; at < STEP_MS; at += INTERVAL_MS) {
        passed += INTERVAL_MS;
        agent.beat();
      }
      mock.timers.tick(STEP_MS);
      await settled(agent);
      if (step % SAMPLE_EVERY_STEPS !== 0) continue;
      collect();
      heap.push({ x: passed / 3_600_000, y: process.memoryUsage().heapUsed / MIB });
      spoolMost = Math.max(spoolMost, sizeOf(join(dir, "spool")));
    }
    mock.timers.reset();
    const spool = sizeOf(join(dir, "spool"));
    spoolMost = Math.max(spoolMost, spool);
    say(`${days} days passed, the spool has ${(spool / MIB).toFixed(1)} MiB; the server comes back`);

    // From here on time is the real one again; the link's last wait was a simulated one and is cut short.
    server = await startServer(ground, port);
    agent.cut(0);
    await agent.stop();
    const again = await openSimulatedAgent({
      a: 0,
      dir,
      note: truth.note,
      dice: createDice(8),
      onTrouble: (what, error) => say(`${what}: ${String(error)}`),
    });
    await again.connect();
    await until("the week arrived", () => (again.connected && again.backlog() === 0 ? true : undefined), DRAIN_MS);
    again.writeAcked();
    truth.flush();
    const truths = await readTruth([join(dir, "truth.ndjson")]);
    const verdict = await judge(ground.oracle.ask, truths, { connected: false, drained: true });
    await again.stop();

    const warm = heap.filter(({ x }) => x > Math.min(WARM_UP_HOURS, days * 12));
    const slope = fitSlope(warm);
    return {
      days,
      reports: (days * DAY_MS) / INTERVAL_MS,
      tries,
      heapMiB: { first: warm[0]?.y ?? 0, last: warm.at(-1)?.y ?? 0 },
      heapSlopeMiBPerHour: slope,
      spoolMiB: spool / MIB,
      spoolMostMiB: spoolMost / MIB,
      capMiB: CAP_BYTES / MIB,
      verdict,
      ok: verdict.ok && verdict.counted.gaps > 0 && slope < 0.2 && spoolMost <= CAP_BYTES + SEGMENT_BYTES + MIB,
    };
  } finally {
    mock.timers.reset();
    await server?.stop();
    await ground.close();
  }
}

const startServer = (ground: Ground, port: number): Promise<Composition> =>
  startComposition({
    database: ground.db.database,
    keys: ground.keys,
    bug: {},
    port,
    failpoint: () => undefined,
    hold: async () => undefined,
    onBatch: () => undefined,
    onHello: () => undefined,
    // A week at once is more than the product takes in an hour; waiting for that would show nothing more.
    allowanceBytes: Number.MAX_SAFE_INTEGER,
  });

/** Lets the disk and the sockets do what the passed minute gave them to do. */
async function settled(agent: SimulatedAgent): Promise<void> {
  await agent.flush();
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** Bytes of all files in a folder and below. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
