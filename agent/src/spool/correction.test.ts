import { randomBytes } from "node:crypto";
import { AgentEventKind, Lane, WireRecord } from "@vigia/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openSpool } from "./index.ts";
import { MemoryFiles } from "./testing/memory-files.ts";
import { contentOf } from "./testing/model-server.ts";

const TRUE_START = 1_800_000_000_000;
const YEAR = 365 * 86_400_000;

/** An agent that is started again and again, each time with another error of its clock, and a server that takes what comes. */
class World {
  trueMs = TRUE_START;
  files = new MemoryFiles();
  readonly cursors = new Map<Lane, number>();
  /** What each record's time must be when it arrives: right once its process was welcomed. */
  readonly made = new Map<string, { readonly trueMs: number; readonly believedMs: number; readonly run: number }>();
  readonly arrived = new Map<string, number>();
  readonly welcomed = new Set<number>();
  #run = 0;
  #behindMs = 0;
  #serial = 0;
  #spool: Awaited<ReturnType<typeof openSpool>> | undefined;

  get #now(): number {
    return this.welcomed.has(this.#run) ? this.trueMs : this.trueMs - this.#behindMs;
  }

  get spool() {
    if (this.#spool === undefined) throw new Error("not started");
    return this.#spool;
  }

  async start(behindMs: number): Promise<void> {
    this.files = this.files.afterPowerLoss(1);
    this.#run++;
    this.#behindMs = behindMs;
    const now = () => this.#now;
    const base = { files: this.files, dir: "/spool", maxBytes: 64 * 1_048_576, randomBytes, now, onTrouble: () => undefined };
    this.#spool = await openSpool({ ...base, segmentBytes: 200, ballastBytes: 4_096 });
  }

  async make(lane: "event" | "state" | "metric"): Promise<void> {
    this.trueMs += 1_000;
    const number = ++this.#serial;
    const at = this.#now;
    const reason = String(number);
    if (lane === "metric") this.spool.metrics({ uptimeSeconds: number }, at);
    else if (lane === "state") this.spool.state("collector:cpu", { collectorStatus: { collector: "cpu", state: 1, reason } }, at);
    else await this.spool.event({ kind: AgentEventKind.AGENT_EVENT_KIND_STARTED, detail: `event ${number}` }, at);
    const name = { metric: reason, state: `cpu=${reason}`, event: `event ${number}` }[lane];
    this.made.set(name, { trueMs: this.trueMs, believedMs: at, run: this.#run });
    if (number % 3 > 0) await this.spool.flush();
  }

  async welcome(take: number): Promise<void> {
    if (!this.welcomed.has(this.#run)) await this.spool.correctTimes(this.#behindMs);
    this.welcomed.add(this.#run);
    for (const lane of this.spool.lanes) {
      await lane.align(this.cursors.get(lane.lane) ?? 0);
      for (const { seq, bytes } of await lane.read((this.cursors.get(lane.lane) ?? 0) + 1, take, 100_000)) {
        const record = WireRecord.decode(bytes);
        this.arrived.set(contentOf(record), record.atMs ?? 0);
        this.cursors.set(lane.lane, seq);
      }
      if (take % 2 === 0) await lane.ack(this.cursors.get(lane.lane) ?? 0);
    }
  }
}

const error = fc.oneof(fc.constant(0), fc.integer({ min: 2_000, max: 5 * YEAR }), fc.integer({ min: -5 * YEAR, max: -2_000 }));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ make: fc.constantFrom("event" as const, "state" as const, "metric" as const) }) },
  { weight: 2, arbitrary: fc.record({ welcome: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ start: error }) },
);

it("whatever an agent made with a wrong clock leaves with the right time once its server told the time", async () => {
  await fc.assert(
    fc.asyncProperty(error, fc.array(step, { maxLength: 40 }), async (first, steps) => {
      const world = new World();
      await world.start(first);
      for (const each of steps) {
        if ("make" in each) await world.make(each.make);
        else if ("welcome" in each) await world.welcome(each.welcome);
        else await world.start(each.start);
      }
      await world.spool.flush();
      await world.welcome(1_000);
      for (const [name, atMs] of world.arrived) {
        const made = world.made.get(name);
        if (made !== undefined) expect([name, atMs]).toEqual([name, world.welcomed.has(made.run) ? made.trueMs : made.believedMs]);
      }
    }),
    { numRuns: 60 },
  );
});

it("a report made before the first Welcome is right after it, also when the agent is started again before it is sent", async () => {
  const world = new World();
  await world.start(3 * YEAR);
  for (let count = 0; count < 3; count++) await world.make("metric");
  await world.spool.flush();
  await world.welcome(0);
  await world.make("metric");
  await world.spool.flush();
  await world.start(0);
  await world.welcome(1_000);
  expect([...world.arrived]).toEqual([1, 2, 3, 4].map((number) => [String(number), TRUE_START + number * 1_000]));
  expect(world.cursors.get(Lane.LANE_METRIC)).toBe(4);
});
