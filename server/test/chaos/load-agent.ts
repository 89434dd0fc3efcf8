// An agent under load: the real spool and link of an enrolled machine, fed all the time, which writes down what it has safely on disk
// (the truth that the database is compared with) and suffers what it is told to. Run as: load-agent.ts DATA_DIR TRUTH_FILE CLOCK_MS SEGMENT_BYTES
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { AgentEventKind, CollectorState } from "@vigia/protocol";
import { systemClock } from "../../../agent/src/clock.ts";
import { IdentityStore } from "../../../agent/src/identity.ts";
import { createLink } from "../../../agent/src/link/link.ts";
import { createServerClock } from "../../../agent/src/link/server-clock.ts";
import { connectWebSocket } from "../../../agent/src/link/ws-transport.ts";
import type { Log } from "../../../agent/src/log.ts";
import { LEAST_ERROR_MS } from "../../../agent/src/spool/correction.ts";
import { nodeFiles, openSpool } from "../../../agent/src/spool/index.ts";
import { type AgentPlace, createDeath, mortalConnect, mortalFiles, mortalLane, unreliableFiles } from "./agent-faults.ts";
import { createDice } from "./dice.ts";
import { readTruth } from "./truth.ts";

/** What the pack may tell this process. */
export type AgentOrder =
  /** The wall clock shows so much more than it should, milliseconds. */
  | { readonly clockMs: number }
  /** So many of a thousand calls of the file system fail. */
  | { readonly fail: { readonly seed: number; readonly perMille: number } }
  | { readonly die: { readonly place: AgentPlace; readonly times: number } };

const ROUND_MS = 150;
const EVENTS = 3;
const REPORTS = 8;
const STATE_CHARACTERS = 1_000;
/** States of a round once the file of states is wanted rewritten, which it is when it has grown. */
const BULK = 16;
const ERRORS = ["EIO", "ENOSPC", "EMFILE", "short"];

const [dataDir = "", truthFile = "", clockMs = "0", segmentBytes = "0"] = process.argv.slice(2);
const before = readTruth(truthFile);
const truth = fs.openSync(truthFile, "a");
const note = (line: string) => fs.writeSync(truth, `${line}\n`);
note("started");
const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error, child: () => silent };

let states = 1;
let wallOffsetMs = Number(clockMs);
let failing: (() => string | undefined) | undefined;
const death = createDeath(() => process.kill(process.pid, "SIGKILL"));
process.on("message", (order: AgentOrder) => {
  if ("clockMs" in order) wallOffsetMs = order.clockMs;
  if ("die" in order) {
    death.at(order.die.place, order.die.times);
    if (order.die.place.endsWith("-rename")) states = BULK;
  }
  if ("fail" in order) {
    const { seed, perMille } = order.fail;
    const dice = createDice(seed);
    failing = () => (dice.roll(1_000) < perMille ? dice.pick(ERRORS) : undefined);
  }
});
// Whoever ran this is gone.
process.on("disconnect", () => process.exit(3));

const identity = new IdentityStore(dataDir);
const who = await identity.load();
if (who === undefined) throw new Error("not enrolled");
const key = await identity.key();
const clock = createServerClock({
  clock: { now: () => Date.now() + wallOffsetMs, monotonic: systemClock.monotonic },
  uptimeMs: systemClock.uptimeMs,
  offsetMs: who.clockOffsetMs,
  onStep: () => undefined,
});
/** Lanes that could not write since this was emptied. */
const troubled = new Set<string>();
const spool = await openSpool({
  files: unreliableFiles(mortalFiles(nodeFiles, death), () => failing?.()),
  dir: path.join(dataDir, "spool"),
  maxBytes: 256 * 1_048_576,
  ...(segmentBytes !== "0" && { segmentBytes: Number(segmentBytes) }),
  randomBytes,
  now: () => clock.now(),
  onTrouble: (lane, error) => error !== undefined && troubled.add(lane),
});
/** What this process has timed before leaves later by so many milliseconds. */
let correctedMs = 0;
const ca = path.join(dataDir, "server-ca.pem");
const link = createLink({
  identity,
  key,
  bootId: Buffer.alloc(16, 7),
  agentVersion: "0.0.0-load",
  spool: {
    ...spool,
    correctTimes(byMs) {
      if (Math.abs(byMs) >= LEAST_ERROR_MS) {
        correctedMs = byMs;
        note(`C ${byMs}`);
      }
      return spool.correctTimes(byMs);
    },
    lanes: spool.lanes.map((lane) => mortalLane(lane, death, (acknowledged, stands) => note(`B ${lane.lane} ${acknowledged} ${stands}`))),
  },
  connect: mortalConnect(connectWebSocket(fs.readFileSync(ca, "utf8")), death),
  clock,
  log: silent,
  // Waits of a third of a second at most, and a dead server found in three: the pack waits for reconnections.
  random: () => 0.001,
  silence: { pingAfterMs: 1_000, deadAfterMs: 3_000 },
  randomBytes,
  onSettings: () => undefined,
  onStatus: () => undefined,
  onGone: () => process.exit(2),
});
await link.start(new AbortController().signal);
process.on("SIGTERM", () => {
  void link
    .stop()
    .then(() => spool.close())
    .then(() => process.exit(0));
});

// Numbers and times far beyond what a killed round may have used without noting it.
let round = before.newest + 1_000;
let lastAt = Math.max(clock.now(), before.lastAt + 1_000);
for (;;) {
  troubled.clear();
  const knownMs = correctedMs;
  const events = Array.from({ length: EVENTS }, async (_, i) => {
    const name = `load ${round + i}`;
    await spool.event({ kind: AgentEventKind.AGENT_EVENT_KIND_CLOCK_STEPPED, detail: name }, clock.now()).then(
      () => note(`E ${name}`),
      // Refused by a disk that is full or fails: whoever asked was told, it is not owed.
      () => undefined,
    );
  });
  const reason = String(round).padEnd(STATE_CHARACTERS, ".");
  const state = CollectorState.COLLECTOR_STATE_FAILED;
  for (let i = 0; i < states; i++) {
    const collector = i === 0 ? "load" : `load-${i}`;
    spool.state(`collector:${collector}`, { collectorStatus: { collector, state, reason } }, clock.now());
  }
  const times: number[] = [];
  for (let i = 0; i < REPORTS; i++) {
    lastAt = Math.max(lastAt + 1, clock.now());
    times.push(lastAt);
    spool.metrics({ cpu: { busy: (lastAt % 1000) / 1000 }, memory: { totalBytes: 1_000_000, usedBytes: lastAt % 1_000_000 } }, lastAt);
  }
  await Promise.all(events);
  await spool.flush();
  if (!troubled.has("metric")) note(times.map((at) => `M ${at}`).join("\n"));
  // The clock was found wrong while they were kept.
  if (correctedMs !== knownMs) note(`C ${correctedMs}`);
  if (!troubled.has("state")) note(`S ${round}`);
  round += EVENTS;
  await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
}
