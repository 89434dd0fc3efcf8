// What the running agent tells `vigia-agent status`: a small file, rewritten when something changed.
import { constants } from "node:fs";
import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { CollectorState, type CollectorStatus, Lane } from "@vigia/protocol";
import { writeAtomic } from "./atomic-file.ts";
import type { Clock } from "./clock.ts";
import { IDENTITY_FILE } from "./identity.ts";
import type { LinkStatus } from "./link/link.ts";
import type { Log } from "./log.ts";
import type { Service } from "./service.ts";
import { errorCode } from "./spool/files.ts";
import type { LaneReader } from "./spool/index.ts";
import { type FileWatch, watchFile } from "./watch-file.ts";

const CHANGE_MS = 200;
const REFRESH_MS = 60_000;
const AT_LEAST_MS = 600_000;

export interface AgentStatus {
  readonly version: 1;
  readonly agentVersion: string;
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
  readonly link: LinkStatus;
  /** Records the server still lacks, by lane. */
  readonly backlog: { readonly [lane: string]: number };
  readonly collectors: { readonly [name: string]: { readonly state: "ok" | "failed" | "unsupported"; readonly reason: string } };
  /** Why the spool cannot write; "" when it can. */
  readonly spoolProblem: string;
}

export interface StatusService extends Service {
  link(status: LinkStatus): void;
  collector(status: CollectorStatus): void;
  spoolProblem(problem: string): void;
  /** The agent is awake for something else: looks that are due are taken now, so that they need not wake it. */
  awake(): void;
}

export interface StatusParts {
  readonly dir: string;
  readonly agentVersion: string;
  readonly clock: Clock;
  readonly log: Log;
  lanes(): readonly LaneReader[];
  /** Asked when the identity's file was touched, and every ten minutes (every minute where it cannot be watched); false: it was wiped. */
  stillEnrolled(): Promise<boolean>;
  onGone(): void;
}

const LANES: { readonly [lane: number]: string } = {
  [Lane.LANE_EVENT]: "events",
  [Lane.LANE_STATE]: "states",
  [Lane.LANE_METRIC]: "metrics",
};

function stateName(state: CollectorState): "ok" | "failed" | "unsupported" {
  if (state === CollectorState.COLLECTOR_STATE_OK) return "ok";
  return state === CollectorState.COLLECTOR_STATE_UNSUPPORTED ? "unsupported" : "failed";
}

export function createStatusFile(parts: StatusParts): StatusService {
  const { clock, log } = parts;
  const startedAtMs = clock.now();
  const collectors = new Map<string, AgentStatus["collectors"][string]>();
  let link: LinkStatus = { phase: "connecting", server: "", sinceMs: startedAtMs };
  let spoolProblem = "";
  let timer: NodeJS.Timeout | undefined;
  let refresh: NodeJS.Timeout | undefined;
  let watcher: FileWatch | undefined;
  let written = "";
  let writtenAt = Number.NEGATIVE_INFINITY;
  let refreshedAt = 0;
  let lookedAt = 0;
  let writing: Promise<void> = Promise.resolve();
  let failing = false;

  function write(): void {
    const backlog = Object.fromEntries(parts.lanes().map((lane) => [LANES[lane.lane] ?? "", lane.backlog()]));
    const facts = { link, backlog, collectors: Object.fromEntries(collectors), spoolProblem };
    const text = JSON.stringify(facts);
    if (text === written && clock.monotonic() - writtenAt < AT_LEAST_MS) return;
    written = text;
    writtenAt = clock.monotonic();
    const now = clock.now();
    const status: AgentStatus = { version: 1, agentVersion: parts.agentVersion, pid: process.pid, startedAtMs, updatedAtMs: now, ...facts };
    const path = join(parts.dir, "status.json");
    writing = writing
      .then(() => replace(path, `${JSON.stringify(status)}\n`))
      .then(
        () => {
          failing = false;
        },
        (error) => {
          if (!failing) log.warn("the status file could not be written", { error });
          failing = true;
          written = "";
        },
      );
  }

  function changed(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      write();
    }, CHANGE_MS);
  }

  function takeLooks(): void {
    refreshedAt = clock.monotonic();
    write();
    if (refreshedAt - lookedAt >= (watcher?.watching() === true ? AT_LEAST_MS : REFRESH_MS)) lookForIdentity();
  }

  function lookForIdentity(): void {
    lookedAt = clock.monotonic();
    parts.stillEnrolled().then(
      (enrolled) => enrolled || parts.onGone(),
      (error) => log.warn("the identity could not be looked at", { error }),
    );
  }

  return {
    name: "status",
    link(status) {
      link = status;
      changed();
    },
    collector({ collector, state, reason }) {
      collectors.set(collector ?? "", { state: stateName(state ?? CollectorState.COLLECTOR_STATE_UNSPECIFIED), reason: reason ?? "" });
      changed();
    },
    spoolProblem(problem) {
      spoolProblem = problem;
      changed();
    },
    awake() {
      if (clock.monotonic() - refreshedAt >= REFRESH_MS) takeLooks();
      refresh?.refresh();
    },
    async start() {
      refresh = setInterval(takeLooks, REFRESH_MS);
      watcher = watchFile(parts.dir, IDENTITY_FILE, lookForIdentity, log);
      lookedAt = clock.monotonic();
      takeLooks();
    },
    async stop() {
      clearInterval(refresh);
      watcher?.close();
      clearTimeout(timer);
      timer = undefined;
      write();
      await writing;
    },
  };
}

/** On a full disk the old file is written over: better a reader who has to look twice than none who learns of it. */
async function replace(path: string, text: string): Promise<void> {
  try {
    await writeAtomic(path, text, { durable: false });
  } catch (error) {
    if (errorCode(error) !== "ENOSPC") throw error;
    await rm(`${path}.new`, { force: true });
    const file = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
    try {
      await writeAll(file, Buffer.from(text.padEnd((await file.stat()).size)));
    } finally {
      await file.close();
    }
  }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === "string";

/** Whether a file holds everything that is shown of it. */
function isStatus(found: unknown): found is AgentStatus {
  if (!isObject(found) || found["version"] !== 1) return false;
  const { link, backlog, collectors } = found;
  const numbers = [found["pid"], found["startedAtMs"], found["updatedAtMs"]];
  return (
    numbers.every((value) => typeof value === "number") &&
    [found["agentVersion"], found["spoolProblem"]].every((value) => typeof value === "string") &&
    isObject(link) &&
    [link["phase"], link["server"]].every((value) => typeof value === "string") &&
    typeof link["sinceMs"] === "number" &&
    isTextOrNone(link["problem"]) &&
    isObject(backlog) &&
    Object.values(backlog).every((count) => typeof count === "number") &&
    isObject(collectors) &&
    Object.values(collectors).every((one) => isObject(one) && typeof one["state"] === "string" && typeof one["reason"] === "string")
  );
}

/** The running or last agent's status; undefined when there never was one, it was caught half written, or it is none. */
export async function readStatus(dir: string): Promise<AgentStatus | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(join(dir, "status.json"), "utf8"));
    return isStatus(found) ? found : undefined;
  } catch (error) {
    if (errorCode(error) === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
