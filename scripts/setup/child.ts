// A program that `npm start` keeps running: its own process, ended exactly once, its last words kept.
import { type ChildProcess, spawn } from "node:child_process";
import { root } from "./prepare.ts";

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the exit code when it has ended. */
  readonly ended: Promise<number>;
  /** The last lines it printed. */
  lastWords(): string;
  stop(): void;
}

/** Starts a program under the pinned Node with a message channel; its output goes to the terminal when `show` is true. */
export function startChild(args: readonly string[], env: Record<string, string>, show: boolean): Child {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Its own group: a terminal's Ctrl-C reaches `npm start` alone, which then stops everything in order.
    detached: true,
  });
  let words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data: Buffer) => {
      words = [...words, ...data.toString().split("\n")].filter((line) => line.trim() !== "").slice(-12);
      if (show) process.stdout.write(data);
    });
  }
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
  return {
    process: child,
    ended,
    lastWords: () => words.join("\n"),
    stop: () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    },
  };
}
