// The load process as a benchmark sees it.
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Entered, FromLoad, LoadOrder, ToLoad } from "./load-words.ts";

export interface Load {
  /** Opens all sockets, so many at the same time; answers when all are in or failed. */
  connect(atOnce: number): Promise<Entered>;
  /** Cuts all; answers how many stood and how many the server had closed by then. */
  drop(): Promise<{ dropped: number; lost: number }>;
  stop(): void;
  /** A signal to the process, e.g. SIGKILL or SIGSTOP. */
  signal(signal: NodeJS.Signals): void;
}

function next<T extends FromLoad>(child: ChildProcess, words: ToLoad): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the load process ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (answer: T) => {
      child.off("exit", ended);
      resolve(answer);
    });
    child.send(words);
  });
}

/** Starts the process and gives it its order. */
export function startLoad(order: LoadOrder): Load {
  const child = fork(path.join(import.meta.dirname, "load-main.ts"), { execArgv: process.execArgv });
  child.send({ order } satisfies ToLoad);
  return {
    connect: async (atOnce) => (await next<Extract<FromLoad, { entered: Entered }>>(child, { connect: { atOnce } })).entered,
    drop: () => next<Extract<FromLoad, { dropped: number }>>(child, "drop"),
    stop: () => child.connected && child.disconnect(),
    signal: (signal) => void child.kill(signal),
  };
}
