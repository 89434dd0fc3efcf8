// One simulated agent: the real spool, identity, link, session and codec of the agent over a real WebSocket. Only what it measures and
// the cable are ours.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Lane } from "@vigia/protocol";
import { systemClock } from "../../../agent/src/clock.ts";
import { formatId, IdentityStore } from "../../../agent/src/identity.ts";
import { createLink } from "../../../agent/src/link/link.ts";
import { createServerClock } from "../../../agent/src/link/server-clock.ts";
import { connectWebSocket } from "../../../agent/src/link/ws-transport.ts";
import type { Log } from "../../../agent/src/log.ts";
import type { SpoolFiles } from "../../../agent/src/spool/files.ts";
import { nodeFiles, openSpool } from "../../../agent/src/spool/index.ts";
import { createLine } from "./line.ts";
import type { Note } from "./truth.ts";
import { watchFiles, watchLane } from "./witness.ts";
import { createWorkload } from "./workload.ts";

/** The ballast of 8 MiB would be 20 GB for a process of agents. */
const BALLAST_BYTES = 4_096;
/** As many as most machines have. */
const VOLUMES = 2;
const SPOOL_BYTES = 256 * 1_048_576;

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined, child: () => silent };

export interface SimulatedParts {
  /** Its number in the fleet. */
  readonly a: number;
  /** Holds identity and key as the real agent's data folder does. */
  readonly dir: string;
  /** Own address to connect from; the system's choice when left out. */
  readonly from?: string | undefined;
  /** 0 to below 1, seeded. */
  readonly dice: () => number;
  readonly note: Note;
  /** Milliseconds from a report's sync to its Ack, while connected. */
  onLatency?(milliseconds: number): void;
  /** What nobody may overlook. */
  onTrouble(what: string, error: unknown): void;
  /** Told of each try to connect. */
  onTry?(): void;
  /** How many volumes the machine reports (2). */
  readonly volumes?: number;
  /** The machine's clocks; the real ones when left out. */
  readonly clock?: typeof systemClock;
  readonly files?: SpoolFiles;
  /** Most bytes of the spool (256 MiB), and of one of its segments (4 MiB). */
  readonly spoolBytes?: number;
  readonly segmentBytes?: number;
}

export interface SimulatedAgent {
  readonly connected: boolean;
  /** Begins to connect. */
  connect(): Promise<void>;
  /** Measures once. */
  beat(): void;
  /** Cuts the connection; milliseconds until the cable is whole again. */
  cut(awayMs: number): void;
  /** Makes what was measured durable. */
  flush(): Promise<void>;
  /** Numbers that the server still lacks, in all lanes. */
  backlog(): number;
  /** Notes the highest number acknowledged in each lane. */
  writeAcked(): void;
  stop(): Promise<void>;
}

/** Opens an agent's spool; it connects when told to. Rejects when it is not enrolled. */
export async function openSimulatedAgent(parts: SimulatedParts): Promise<SimulatedAgent> {
  const { a, dir, note } = parts;
  const identity = new IdentityStore(dir, (error) => parts.onTrouble("identity", error));
  const who = await identity.load();
  if (who === undefined) throw new Error(`${dir} is not enrolled`);
  const offsetMs = who.clockOffsetMs;
  const machine = parts.clock ?? systemClock;
  const clock = createServerClock({ clock: machine, uptimeMs: machine.uptimeMs, offsetMs, onStep: () => undefined });
  const acked = new Map<Lane, number>();
  const ackedOf = (lane: Lane) => acked.get(lane) ?? 0;
  let connected = false;
  /** The oldest report whose Ack is waited for, for the latency. */
  let timed: { seq: number; since: number } | undefined;

  const spool = await openSpool({
    files: watchFiles(parts.files ?? nodeFiles, {
      a,
      note,
      onDurable(lane, seq) {
        if (connected && lane === Lane.LANE_METRIC) timed ??= { seq, since: performance.now() };
      },
    }),
    dir: join(dir, "spool"),
    maxBytes: parts.spoolBytes ?? SPOOL_BYTES,
    randomBytes,
    now: () => clock.now(),
    onTrouble: (lane, error) => error !== undefined && parts.onTrouble(`spool ${lane}`, error),
    ballastBytes: BALLAST_BYTES,
    ...(parts.segmentBytes === undefined ? {} : { segmentBytes: parts.segmentBytes }),
  });
  note({ k: "agent", a, agent: formatId(who.agentId), resource: formatId(who.resourceId), epoch: spool.epoch });

  const lanes = spool.lanes.map((lane) =>
    watchLane(lane, {
      aligned: (which, seq) => note({ k: "align", a, at: Date.now(), lane: which, seq, acked: ackedOf(which) }),
      acked(which, seq) {
        acked.set(which, Math.max(ackedOf(which), seq));
        if (which !== Lane.LANE_METRIC || timed === undefined || seq < timed.seq) return;
        parts.onLatency?.(performance.now() - timed.since);
        timed = undefined;
      },
    }),
  );
  const line = createLine(connectWebSocket(undefined, parts.from), () => performance.now());
  const link = createLink({
    identity,
    key: await identity.key(),
    bootId: Buffer.alloc(16, 1),
    agentVersion: "0.1.0",
    spool: { ...spool, lanes },
    connect: line.connect,
    clock,
    log: silent,
    random: parts.dice,
    randomBytes,
    onSettings: () => undefined,
    onStatus({ phase }) {
      if (phase === "connecting") parts.onTry?.();
      const now = phase === "connected";
      if (now === connected) return;
      connected = now;
      timed = undefined;
      note({ k: now ? "up" : "down", a, at: Date.now() });
    },
    onGone: () => parts.onTrouble("link", new Error("the identity is gone")),
  });
  const writeAcked = (): void => {
    for (const { lane } of spool.lanes) note({ k: "acked", a, lane, seq: ackedOf(lane) });
  };
  const workload = createWorkload(spool, parts.volumes ?? VOLUMES, parts.dice, (error) => parts.onTrouble("event", error));
  const stopping = new AbortController();
  let started = false;

  return {
    get connected() {
      return connected;
    },
    async connect() {
      started = true;
      await link.start(stopping.signal);
    },
    beat: () => workload.beat(clock.now()),
    cut: (awayMs) => line.cut(awayMs),
    flush: () => spool.flush(),
    backlog: () => spool.lanes.reduce((sum, lane) => sum + lane.backlog(), 0),
    writeAcked,
    async stop() {
      if (started) await link.stop();
      writeAcked();
      await spool.close();
    },
  };
}
