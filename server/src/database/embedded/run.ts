// One running PostgreSQL: started, or found running from before and taken over; waited for until it answers; stopped.
import { spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../../log.ts";
import { StartError } from "../../start-error.ts";
import { isAlive } from "../processes.ts";
import { ENVIRONMENT, explain, OWNER } from "./cluster.ts";
import { dropStaleLock, readHolder } from "./lock.ts";
import type { Place } from "./place.ts";

export type Settings = Readonly<Record<string, string>>;

export interface Running {
  readonly pid: number;
  /** Fulfilled when the process is gone, however that came. */
  readonly gone: Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
/** How long a lock may look left over before it is removed: children of a killed PostgreSQL need a moment to leave. */
const STALE_LOCK_AFTER_MS = 2_000;
/** A log larger than this is set aside as postgres.log.1 at start. */
const MAX_LOG_BYTES = 5_000_000;

/** Starts PostgreSQL on this place, or takes over the one that still runs there. Answers when it accepts connections. Throws StartError. */
export async function run(home: string, place: Place, settings: Settings, log: Log): Promise<Running> {
  const began = Date.now();
  for (;;) {
    const holder = await readHolder(place.cluster);
    const running = holder === undefined ? await start(home, place, settings) : await takeOver(holder, place, log);
    if (running !== undefined && (await answers(running, place, began))) return running;
    const words = await lastWords(place);
    const locked = /lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(words);
    if (Date.now() - began > START_TIMEOUT_MS || !(locked || holder !== undefined)) throw explain(words, place);
    if (Date.now() - began > STALE_LOCK_AFTER_MS && (await dropStaleLock(place.cluster))) {
      log.warn({ cluster: place.cluster }, "removed the lock that a killed PostgreSQL had left");
    }
    await sleep(150);
  }
}

async function start(home: string, place: Place, settings: Settings): Promise<Running> {
  const said = await stat(place.log).catch(() => undefined);
  if (said !== undefined && said.size > MAX_LOG_BYTES) await rename(place.log, `${place.log}.1`);
  const output = await open(place.log, "a", 0o600);
  try {
    const all = { ...settings, listen_addresses: "", unix_socket_directories: place.socket, port: "5432" };
    const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    // Detached: Ctrl-C in the terminal is for the server, which stops PostgreSQL in its own order.
    const child = spawn(path.join(home, "bin/postgres"), ["-D", place.cluster, ...flags], {
      ...place.user,
      cwd: place.folder,
      env: ENVIRONMENT,
      detached: true,
      stdio: ["ignore", output.fd, output.fd],
    });
    child.unref();
    const gone = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    if (child.pid === undefined) {
      await gone;
      throw explain("ENOENT", place);
    }
    return { pid: child.pid, gone };
  } finally {
    await output.close();
  }
}

/** Takes over a PostgreSQL that outlived its server. One that listens elsewhere is stopped first. */
async function takeOver(holder: { pid: number; socket: string }, place: Place, log: Log): Promise<Running | undefined> {
  const running = { pid: holder.pid, gone: watch(holder.pid) };
  if (holder.socket === place.socket) {
    log.info({ pid: holder.pid }, "took over the PostgreSQL that still ran");
    return running;
  }
  log.warn({ pid: holder.pid }, "stops a PostgreSQL that runs on this data directory with another socket");
  await stop(running);
  return undefined;
}

async function watch(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(250, undefined, { ref: false });
}

/** Whether PostgreSQL comes to accept connections; false when it ends before. */
async function answers(running: Running, place: Place, began: number): Promise<boolean> {
  let ended = false;
  void running.gone.then(() => {
    ended = true;
  });
  while (!ended) {
    const client = new pg.Client({ host: place.socket, port: 5432, ssl: false, user: OWNER, database: "postgres" });
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (Date.now() - began > START_TIMEOUT_MS) {
        throw new StartError(`the bundled PostgreSQL does not answer: ${(error as Error).message}`, `Its log is ${place.log}`, {
          cause: error,
        });
      }
      await sleep(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

async function lastWords(place: Place): Promise<string> {
  const words = await readFile(place.log, "utf8").catch(() => "");
  return words.slice(-1_500);
}

/** Stops PostgreSQL: sessions are ended and everything is written; after `patienceMs` at once, with recovery at the next start. */
export async function stop(running: Running, patienceMs = 6_000): Promise<void> {
  signal(running.pid, "SIGINT");
  const late = new AbortController();
  await Promise.race([running.gone, sleep(patienceMs, undefined, { signal: late.signal }).catch(() => undefined)]);
  late.abort();
  if (isAlive(running.pid)) signal(running.pid, "SIGQUIT");
  await running.gone;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It ended by itself in the meantime.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
