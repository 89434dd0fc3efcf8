// Keeps a signer running beside the server: started with it, started again when it dies, ended with it.
import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import { programFile } from "../places.ts";
import type { SystemUser } from "./owner.ts";

/** Waits between two starts, milliseconds: the first, and the longest. A run longer than the longest begins anew. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;
const STOP_MS = 5_000;

export interface Supervisor {
  /** Of the signer that runs now. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

interface Launch {
  readonly dataDir: string;
  readonly logLevel: string;
  /** What the process sees of this one's environment (config.ts). */
  readonly environment: Readonly<Record<string, string>>;
  /** As whom it runs, where that is not this process's own user. */
  readonly user?: SystemUser | undefined;
}

/** Starts a signer for this data directory and answers when it listens, or when its first start failed (then it is tried again). */
export async function superviseSigner(options: Launch & { readonly log: Log }): Promise<Supervisor> {
  const { log } = options;
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  let settled: () => void = () => undefined;
  const firstStart = new Promise<void>((resolve) => {
    settled = resolve;
  });

  async function keepRunning(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      child = launch(options);
      child.once("message", settled);
      const end = await ended(child);
      child = undefined;
      settled();
      if (stopping.signal.aborted) return;
      if (performance.now() - startedAt > LONGEST_WAIT_MS) wait = FIRST_WAIT_MS;
      log.error({ end, wait }, "the signer ended: until it runs again nobody signs in or proves a second factor");
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }
  const running = keepRunning();
  await firstStart;
  return {
    get pid() {
      return child?.pid;
    },
    async stop() {
      stopping.abort();
      const last = child;
      last?.kill("SIGTERM");
      const timer = setTimeout(() => last?.kill("SIGKILL"), STOP_MS);
      await running;
      clearTimeout(timer);
    },
  };
}

function launch({ dataDir, logLevel, environment, user }: Launch): ChildProcess {
  return fork(programFile("signer/main"), [], {
    env: { ...environment, VIGIA_DATA: dataDir, VIGIA_LOG_LEVEL: logLevel, VIGIA_EXIT_WITH_PARENT: "1" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // The folder this process was started in may be closed to that user.
    ...(user !== undefined && { ...user, cwd: "/" }),
  });
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
