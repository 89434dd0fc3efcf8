// The bundled PostgreSQL under our own supervisor: on a private socket, as an unprivileged user, restarted when it dies,
// found again when it outlived its server. It opens no network port.
import { createHash } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../log.ts";
import { linkLibraries, locateBinaries, reachableByAll, stageBinaries } from "./binaries.ts";
import { ensureCluster, OWNER } from "./cluster.ts";
import { findPlace, type Place } from "./place.ts";
import { type Running, run, type Settings, stop } from "./run.ts";

export interface Embedded {
  /** Folder of the socket: what a client gives as host. */
  readonly socket: string;
  /** The superuser that owns the databases. */
  readonly owner: string;
  /** Process id of PostgreSQL as of now. */
  pid(): number;
  /** Calls back after PostgreSQL ended unasked, before it is restarted. */
  onExit(listener: () => void): void;
  /** Ends PostgreSQL and waits until it is gone. */
  stop(): Promise<void>;
}

const SETTINGS: Settings = {
  shared_buffers: "128MB",
  max_connections: "60",
  max_wal_size: "512MB",
  min_wal_size: "80MB",
  synchronous_commit: "on",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // A refused statement is the server's to report; PostgreSQL's log keeps what happens to PostgreSQL.
  log_min_messages: "log",
  log_checkpoints: "off",
};
const RESTART_MS = { first: 500, longest: 30_000, forgetAfter: 60_000 };

/** Starts (or takes over) the PostgreSQL of this data directory. `settings` go on top of the usual ones. Throws StartError. */
export async function startEmbedded(dataDir: string, log: Log, settings: Settings = {}): Promise<Embedded> {
  const place = await findPlace(path.resolve(dataDir), log);
  const home = await findPrograms(place);
  await ensureCluster(home, place);
  const start = () => run(home, place, { ...SETTINGS, ...settings }, log);
  return supervise(await start(), start, place, log);
}

async function findPrograms(place: Place): Promise<string> {
  const native = locateBinaries();
  const closed = place.user !== undefined && !(await reachableByAll(path.join(native, "bin/postgres")));
  const name = `vigia-postgresql-${createHash("sha256").update(native).digest("hex").slice(0, 8)}`;
  const home = closed ? await stageBinaries(native, path.join(path.dirname(place.folder), name)) : native;
  await linkLibraries(home);
  return home;
}

function supervise(first: Running, start: () => Promise<Running>, place: Place, log: Log): Embedded {
  const listeners: (() => void)[] = [];
  const stopping = new AbortController();
  let running = first;

  async function keepRunning(): Promise<void> {
    let delay = RESTART_MS.first;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      await running.gone;
      if (stopping.signal.aborted) return;
      log.error({ log: place.log }, "PostgreSQL ended unasked, starting it again");
      for (const listener of listeners) listener();
      if (Date.now() - began > RESTART_MS.forgetAfter) delay = RESTART_MS.first;
      running = await restart(delay);
      delay = Math.min(delay * 2, RESTART_MS.longest);
    }
  }

  /** Tries until it runs again or stop() is called. */
  async function restart(delay: number): Promise<Running> {
    for (let wait = delay; ; wait = Math.min(wait * 2, RESTART_MS.longest)) {
      await sleep(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return running;
      try {
        return await start();
      } catch (error) {
        log.error({ err: error }, "PostgreSQL could not be started again");
      }
    }
  }

  const kept = keepRunning();
  return {
    socket: place.socket,
    owner: OWNER,
    pid: () => running.pid,
    onExit: (listener) => void listeners.push(listener),
    async stop() {
      stopping.abort();
      // A restart under way ends first, so that what it started is stopped too.
      await Promise.all([stop(running), kept]);
      await stop(running);
    },
  };
}
