// An inventory in a short-lived process of the same program: what reading a machine takes of memory ends with it, and it runs with a
// lowered priority. The child prints one line of JSON; its standard input is its leash.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { resolve } from "node:path";
import { SECTION_NAMES, type SectionName } from "@vigia/protocol";
import type { PackedSection } from "./pack.ts";

export const CHILD_COMMAND = "inventory-child";
/** Above what collect() allows itself: reached only when the child hangs as a whole. */
const CHILD_MS = 330_000;
const MAX_OUTPUT_BYTES = 8 * 1_048_576;
const NEW_LINE = 0x0a;

/** One inventory as the child hands it over. */
export interface TakenInventory {
  readonly sections: readonly PackedSection[];
  readonly troubles: readonly { readonly section: string; readonly reason: string }[];
  /** Milliseconds. */
  readonly durationMs: number;
}

/** How this program is started. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly windows: boolean;
}

/** How the running program is started again: with its runtime's options, and with its script unless program and runtime are one file. */
export function sameProgram(running: Pick<NodeJS.Process, "execPath" | "execArgv" | "argv">, windows: boolean): Program {
  const script = running.argv[1];
  const own = script === undefined || resolve(script) === resolve(running.execPath) ? [] : [script];
  return { file: running.execPath, args: [...running.execArgv, ...own], windows };
}

/** Takes an inventory in a child process, without the sections of `skip`. Rejects when it fails, takes too long or `signal` aborts; then nothing of it is left running. */
export function takeInChild(
  { file, args, windows }: Program,
  signal: AbortSignal,
  skip: readonly SectionName[] = [],
  limitMs = CHILD_MS,
): Promise<TakenInventory> {
  return new Promise((done, fail) => {
    // A process group of its own, so that the programs it started end with it.
    const child = spawn(file, [...args, CHILD_COMMAND, ...skip], {
      stdio: ["pipe", "pipe", "pipe"],
      detached: !windows,
      windowsHide: true,
    });
    const end = (problem: Error) => {
      killTree(child, windows);
      fail(problem);
    };
    const timer = setTimeout(() => end(new Error(`The inventory took longer than ${limitMs / 1000} seconds.`)), limitMs);
    const onAbort = () => end(new Error("The agent stops."));
    const output: Buffer[] = [];
    let bytes = 0;
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT_BYTES) return end(new Error("The inventory is too large."));
      output.push(chunk);
      // The line is whole; what a reader left hanging must not be waited for.
      if (chunk.at(-1) === NEW_LINE) killTree(child, windows);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-1_000);
    });
    child.stdin.on("error", () => undefined);
    child.on("error", fail);
    child.on("close", (code, killed) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      const printed = Buffer.concat(output).toString("utf8");
      if (!printed.endsWith("\n")) return fail(new Error(`The inventory's process ended with ${code ?? killed}. ${said.trim()}`.trim()));
      try {
        done(parseTaken(printed));
      } catch (error) {
        fail(error);
      }
    });
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

function killTree(child: ChildProcess, windows: boolean): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  // A child that ended by itself meanwhile is what was wanted.
  if (windows) execFile("taskkill", ["/pid", String(child.pid), "/T", "/F"], { windowsHide: true }, () => child.kill());
  else
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
}

/** What the child prints, but for the end of the line. */
export function printTaken({ sections, troubles, durationMs }: TakenInventory): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const packed = sections.map(({ name, hash, deflated }) => ({ name, hash: base64(hash), deflated: base64(deflated) }));
  return JSON.stringify({ sections: packed, troubles, durationMs });
}

/** Reads what a child printed. Throws when it is not that. */
export function parseTaken(text: string): TakenInventory {
  const found = JSON.parse(text) as { sections: { name: string; hash: string; deflated: string }[] } & Omit<TakenInventory, "sections">;
  const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
  const sections = found.sections
    .filter(({ name }) => (SECTION_NAMES as readonly string[]).includes(name))
    .map(({ name, hash, deflated }) => ({ name: name as SectionName, hash: bytes(hash), deflated: bytes(deflated) }));
  return { sections, troubles: found.troubles, durationMs: found.durationMs };
}
