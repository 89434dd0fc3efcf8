// Programs that benchmarks run as they are shipped.
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { prepare, root } from "../setup/prepare.ts";

/** Brings the agent's one file up to date and answers where it is. */
export async function bundleProduct(): Promise<string> {
  await prepare(() => undefined, ["agent"]);
  return path.join(root, "agent/dist/vigia-agent.mjs");
}

/** Brings the server's bundle up to date. */
export const bundleServer = (): Promise<void> => prepare(() => undefined, ["database client", "server"]);

/** Starts a program; what it says goes nowhere, and of this process's environment it gets the path alone. */
export function run(file: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(file, args, { env: { PATH: process.env["PATH"] ?? "", ...env }, stdio: "ignore" });
}

/** Ends it in order and waits until it has let go of its files. */
export async function endProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once("exit", resolve));
  program.kill("SIGTERM");
  await ended;
}
