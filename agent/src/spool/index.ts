// The spool: what the agent owes the server, safe on disk until it is acknowledged. Three lanes (events, states, metrics),
// each with its own files, sequence numbers and cursor. It knows nothing of connections: the link reads lanes and tells Acks.
import { join } from "node:path";
import { AgentEventKind, decode, encodeBatch, Lane, type Metrics, WireError, WireRecord } from "@vigia/protocol";
import { Ballast } from "./ballast.ts";
import { LEAST_ERROR_MS } from "./correction.ts";
import { type Cursor, CursorFile } from "./cursor.ts";
import { loadEpoch, makeEpoch, saveEpoch } from "./epoch.ts";
import { errorCode, type SpoolFiles } from "./files.ts";
import type { LaneReader } from "./lane.ts";
import { LaneLog, SEGMENT_BYTES } from "./lane-log.ts";
import { QueueLane } from "./queue-lane.ts";
import { type Spool, SpoolError, type StateBody } from "./spool.ts";
import { StateLane } from "./state-lane.ts";
import { StateLog } from "./state-log.ts";

export type { LaneReader } from "./lane.ts";
export { nodeFiles } from "./node-files.ts";

const MIN_BYTES = 32 * 1_048_576;
const SHARE_OF_FREE = 0.05;
const MAX_DETAIL = 1_000;
const BALLAST_CHECK_MS = 600_000;
/** No field takes less than two bytes: fewer bytes than this break neither MAX_ELEMENTS nor MAX_FIELD_BYTES. */
const ALWAYS_FITS_BYTES = 16_000;

export interface SpoolOptions {
  readonly files: SpoolFiles;
  /** The spool's own folder. */
  readonly dir: string;
  /** Most bytes on disk; at least 32 MiB and at most a twentieth of the free disk are used. */
  readonly maxBytes: number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since 1970 by the server's clock. */
  now(): number;
  /** Told when a lane cannot write, and with undefined when it can again. */
  onTrouble(lane: string, error: unknown): void;
  /** For tests: smaller segments and ballast. */
  readonly segmentBytes?: number;
  readonly ballastBytes?: number;
}

/** A spool in use. */
export interface OpenSpool extends Spool {
  /** The lanes in the order in which they are sent. */
  readonly lanes: readonly LaneReader[];
  /**
   * Whatever this process has put in so far was timed by a clock that was behind by so many milliseconds (ahead when negative): it leaves
   * with the right time. Called once, at the first Welcome, before the lanes are aligned.
   */
  correctTimes(byMs: number): Promise<void>;
  /** Sends every newest state once more. */
  resendStates(): void;
  /** Makes everything added so far durable. */
  flush(): Promise<void>;
  /** Flushes and lets go of the files; nothing is taken afterwards. */
  close(): Promise<void>;
}

interface LaneParts {
  readonly dir: string;
  readonly file: CursorFile;
  readonly cursor: Cursor | undefined;
}

const LANES = ["event", "state", "metric"] as const;

/** Opens the spool in `dir` or makes it. Whatever a crash left half written is cut and reported as an event. */
export async function openSpool(options: SpoolOptions): Promise<OpenSpool> {
  const { files, dir } = options;
  await files.makeDir(dir);
  const { epoch, parts } = await openLanes(options);
  const ballast = new Ballast(files, dir, options.ballastBytes);
  const free = await files.freeBytes(dir);
  await ballast.load(free).catch((error) => options.onTrouble("ballast", error));
  const maxBytes = Math.max(MIN_BYTES, Math.min(options.maxBytes, free * SHARE_OF_FREE));

  const state = new StateLog(files, parts.state.dir);
  const foundState = await state.open();
  const foundEvents = await LaneLog.open(files, parts.event.dir, options.segmentBytes ?? SEGMENT_BYTES);
  const foundMetrics = await LaneLog.open(files, parts.metric.dir, options.segmentBytes ?? SEGMENT_BYTES);

  let saidFull = false;
  const makeRoom = async (): Promise<boolean> => {
    const dropped = await ballast.drop();
    if (dropped && !saidFull) {
      saidFull = true;
      const full = { kind: AgentEventKind.AGENT_EVENT_KIND_SPOOL_FULL, detail: "The disk has no room for the spool." };
      events.add(options.now(), body({ atMs: options.now(), body: "agentEvent", agentEvent: full }), noteFailure("event"));
    }
    return dropped;
  };
  const noteFailure = (lane: string) => (error?: SpoolError) => {
    if (error !== undefined) options.onTrouble(lane, error);
  };
  const shared = { epoch, makeRoom, now: options.now };
  const events: QueueLane = new QueueLane({
    ...shared,
    ...parts.event,
    lane: Lane.LANE_EVENT,
    log: foundEvents.log,
    whenFull: "refuse",
    limitBytes: () => Number.POSITIVE_INFINITY,
    onTrouble: (error) => options.onTrouble("event", error),
  });
  const states = new StateLane({
    epoch,
    ...parts.state,
    log: state,
    records: foundState.records,
    onTrouble: (error) => options.onTrouble("state", error),
  });
  const metrics: QueueLane = new QueueLane({
    ...shared,
    ...parts.metric,
    lane: Lane.LANE_METRIC,
    log: foundMetrics.log,
    whenFull: "drop-oldest",
    limitBytes: () => maxBytes - events.bytes - states.bytes,
    onTrouble: (error) => options.onTrouble("metric", error),
  });
  await events.start();
  await metrics.start();
  await files.syncDir(dir);

  const restoreBallast = setInterval(() => {
    const load = async () => {
      if (await ballast.load(await files.freeBytes(dir))) saidFull = false;
    };
    load().catch((error) => options.onTrouble("ballast", error));
  }, BALLAST_CHECK_MS).unref();

  /** A measurement that the wire cannot carry is lost and said; its collector goes on. */
  const offer = (lane: string, keep: () => void) => {
    try {
      keep();
    } catch (error) {
      options.onTrouble(lane, error);
    }
  };
  const spool: OpenSpool = {
    epoch,
    lanes: [events, states, metrics],
    event: (event, atMs) =>
      new Promise((resolve, reject) => {
        const short = { ...event, detail: (event.detail ?? "").slice(0, MAX_DETAIL) };
        const bytes = body({ atMs, body: "agentEvent", agentEvent: short });
        events.add(atMs, bytes, (error) => (error === undefined ? resolve() : reject(error)));
      }),
    state(key, value, atMs) {
      offer("state", () => states.set(key, atMs, body(stateRecord(value, atMs))));
    },
    metrics: (report: Metrics, atMs) => offer("metric", () => metrics.add(atMs, body({ atMs, body: "metrics", metrics: report }))),
    async correctTimes(byMs) {
      if (Math.abs(byMs) >= LEAST_ERROR_MS) await Promise.all([events.correct(byMs), states.correct(byMs), metrics.correct(byMs)]);
    },
    resendStates: () => states.resendAll(),
    async flush() {
      await Promise.all([events.flush(), states.flush(), metrics.flush()]);
    },
    async close() {
      clearInterval(restoreBallast);
      await Promise.all([events.close(), states.close(), metrics.close()]);
    },
  };
  const cutBytes = foundEvents.cutBytes + foundState.cutBytes + foundMetrics.cutBytes;
  if (cutBytes > 0) {
    const detail = `${cutBytes} bytes at the end of the spool were damaged and have been cut off.`;
    const kind = AgentEventKind.AGENT_EVENT_KIND_SPOOL_REPAIRED;
    spool.event({ kind, detail }, options.now()).catch((error) => options.onTrouble("event", error));
  }
  return spool;
}

/** Finds the epoch in its file, else beside the cursors; lanes whose epoch nobody knows any more cannot be sent and are removed. */
async function openLanes(options: SpoolOptions): Promise<{ epoch: number; parts: Record<(typeof LANES)[number], LaneParts> }> {
  const { files, dir } = options;
  const open = async (name: string): Promise<LaneParts> => {
    const file = new CursorFile(files, join(dir, `${name}.cursor`));
    return { dir: join(dir, name), file, cursor: await file.load() };
  };
  const parts = { event: await open("event"), state: await open("state"), metric: await open("metric") };
  const known = await loadEpoch(files, dir);
  const epoch = known ?? LANES.map((name) => parts[name].cursor?.epoch).find((found) => found !== undefined);
  if (epoch !== undefined && LANES.every((name) => (parts[name].cursor?.epoch ?? epoch) === epoch)) {
    if (known === undefined) await saveEpoch(files, dir, epoch);
    return { epoch, parts };
  }
  for (const name of LANES) {
    await files.remove(join(dir, name));
    await files.remove(join(dir, `${name}.cursor`));
  }
  const fresh = makeEpoch(options.randomBytes);
  await saveEpoch(files, dir, fresh);
  return { epoch: fresh, parts: { event: await open("event"), state: await open("state"), metric: await open("metric") } };
}

function stateRecord(value: StateBody, atMs: number): WireRecord {
  if ("hostFacts" in value) return { atMs, body: "hostFacts", ...value };
  if ("collectorStatus" in value) return { atMs, body: "collectorStatus", ...value };
  if ("inventorySection" in value) return { atMs, body: "inventorySection", ...value };
  return { atMs, body: "inventoryTaken", ...value };
}

/** A record's bytes, after making sure that a server can take it: one that breaks the wire's limits would stop the lane for good. */
function body(record: WireRecord): Uint8Array {
  try {
    const bytes = WireRecord.encode(record);
    if (bytes.length > ALWAYS_FITS_BYTES) decode(encodeBatch({ lane: Lane.LANE_EVENT, epoch: 1, records: [{ seq: 1, bytes }] }));
    return bytes;
  } catch (error) {
    if (error instanceof WireError) throw new SpoolError("too-large", `a record does not fit the wire: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Whether a failure is the disk being full. */
export function isFull(error: unknown): boolean {
  return errorCode(error) === "ENOSPC" || (error instanceof SpoolError && error.code === "full");
}
