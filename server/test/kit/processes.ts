// Starts Vigia's programs as whole processes for the tests in e2e/, chaos/ and browser/, and ends exactly those.
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ALLOCATOR } from "../../src/heap.ts";

export const root = path.resolve(import.meta.dirname, "../../..");
const node = [process.execPath, "--conditions=vigia-source"] as const;

/** A folder of its own, reachable by the user that PostgreSQL runs as. */
export function temporaryFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `vigia-${name}-`));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** Until a condition that comes true by itself must have, milliseconds: it ends what hangs, and a busy machine is not judged. */
const LIMIT_MS = 180_000;

/** Asks again every so often until `probe` answers something other than undefined. Fails with `what` after `timeoutMs`. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined> | T | undefined,
  timeoutMs = LIMIT_MS,
  everyMs = 50,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await probe();
      if (answer !== undefined) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw new Error(`waited ${timeoutMs / 1000} s in vain: ${what}`, { cause: last });
}

/** Everything started by this test file. */
const programs: Program[] = [];

export class Program {
  readonly child: ChildProcess;
  output = "";
  constructor(args: readonly string[], env: Record<string, string>) {
    const [file, ...flags] = node;
    this.child = spawn(file, [...flags, ...args], {
      cwd: root,
      env: { ...process.env, VIGIA_EXIT_WITH_PARENT: "1", ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    programs.push(this);
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on("data", (data: Buffer) => (this.output += data.toString()));
  }

  get exited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    if (this.exited) return this.child.exitCode;
    const gone = new Promise<number | null>((resolve) => this.child.once("exit", (code) => resolve(code)));
    this.child.kill(signal);
    return gone;
  }
}

/** Ends whatever this test file started and still runs, the newest first. */
export async function endAll(): Promise<void> {
  for (const program of programs.splice(0).reverse()) await program.end();
}

export interface RunningServer {
  readonly program: Program;
  readonly url: string;
  readonly dataDir: string;
}

/** Starts a server on its own data and a free port (or the port given) and waits until it answers. `entry`: another program than its own. */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
  entry: readonly string[] = ["server/src/main.ts"],
): Promise<RunningServer> {
  const program = new Program(entry, {
    ...ALLOCATOR,
    VIGIA_DATA: dataDir,
    VIGIA_PORT: "0",
    VIGIA_HOST: "127.0.0.1",
    VIGIA_LOG_LEVEL: "warn",
    ...env,
  });
  const url = await new Promise<string>((resolve, reject) => {
    program.child.on("message", (message: { ready?: boolean; url?: string }) => {
      if (message.ready === true && message.url !== undefined) resolve(message.url);
    });
    program.child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${program.output}`)));
  });
  return { program, url, dataDir };
}

/** Runs one agent command to its end. */
export async function agentCommand(dataDir: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const program = new Program(["agent/src/main.ts", ...args], { VIGIA_AGENT_DATA: dataDir });
  const code = await new Promise<number | null>((resolve) => program.child.once("close", resolve));
  return { code, output: program.output };
}

/** Starts `vigia-agent run`. */
export function startAgent(dataDir: string, env: Record<string, string> = {}): Program {
  return new Program(["agent/src/main.ts", "run"], { VIGIA_AGENT_DATA: dataDir, ...env });
}
