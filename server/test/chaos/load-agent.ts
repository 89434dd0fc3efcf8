// An agent under load for the chaos pack: the real spool and link of an enrolled machine, fed as fast as asked, which writes down
// what it has safely on disk (the truth that the database is compared with). Run as: load-agent.ts DATA_DIR TRUTH_FILE START
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
import { nodeFiles, openSpool } from "../../../agent/src/spool/index.ts";

const [dataDir = "", truthFile = "", start = "1"] = process.argv.slice(2);
const truth = fs.openSync(truthFile, "a");
const note = (line: string) => fs.writeSync(truth, `${line}\n`);
const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error, child: () => silent };

const identity = new IdentityStore(dataDir);
const who = await identity.load();
if (who === undefined) throw new Error("not enrolled");
const key = await identity.key();
const clock = createServerClock({
  clock: systemClock,
  uptimeMs: systemClock.uptimeMs,
  offsetMs: who.clockOffsetMs,
  onStep: () => undefined,
});
const spool = await openSpool({
  files: nodeFiles,
  dir: path.join(dataDir, "spool"),
  maxBytes: 256 * 1_048_576,
  randomBytes,
  now: () => clock.now(),
  onTrouble: (lane, error) => error !== undefined && console.error(lane, error),
});
const link = createLink({
  identity,
  key,
  bootId: Buffer.alloc(16, 7),
  agentVersion: "0.0.0-load",
  spool,
  connect: connectWebSocket(),
  clock,
  log: silent,
  // No jitter: the pack waits for reconnections.
  random: () => 0.1,
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
// Whoever ran this is gone.
process.on("disconnect", () => process.exit(3));
process.send?.({ running: true });

// Each round: 10 events, one newer state, 20 reports a millisecond apart; noted once the spool says they are on disk.
let n = Number(start);
let lastAt = clock.now();
for (;;) {
  const round = n;
  const events = Array.from({ length: 10 }, (_, i) => {
    const name = `load ${round + i}`;
    return spool.event({ kind: AgentEventKind.AGENT_EVENT_KIND_CLOCK_STEPPED, detail: name }, clock.now()).then(() => note(`E ${name}`));
  });
  spool.state(
    "collector:load",
    { collectorStatus: { collector: "load", state: CollectorState.COLLECTOR_STATE_FAILED, reason: String(round) } },
    clock.now(),
  );
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    lastAt = Math.max(lastAt + 1, clock.now());
    times.push(lastAt);
    spool.metrics({ cpu: { busy: (lastAt % 1000) / 1000 }, memory: { totalBytes: 1_000_000, usedBytes: lastAt % 1_000_000 } }, lastAt);
  }
  await Promise.all(events);
  await spool.flush();
  for (const at of times) note(`M ${at}`);
  note(`S ${round}`);
  n += 10;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
