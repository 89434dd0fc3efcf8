// The zip is made in a short-lived process of the same program: what it takes of memory ends with it. Its standard input is its leash.
import { spawn } from "node:child_process";
import type { Program } from "../inventory/child.ts";

export const LOGS_CHILD = "logs-child";
/** Above what reading the machine allows itself. */
const CHILD_MS = 330_000;

/** Makes the zip at `file`, which must not be there. Rejects when it fails, takes too long or `signal` aborts; then the process is gone. */
export function collectInChild({ file: program, args }: Program, dataDir: string, file: string, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, [...args, LOGS_CHILD, file, "--data", dataDir], {
      stdio: ["pipe", "ignore", "pipe"],
      windowsHide: true,
      signal: AbortSignal.any([signal, AbortSignal.timeout(CHILD_MS)]),
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-1_000);
    });
    child.stdin.on("error", () => undefined);
    child.on("error", fail);
    child.on("close", (code, killed) => {
      if (code === 0) done();
      else fail(new Error(`The process that collects logs ended with ${code ?? killed}. ${said.trim()}`.trim()));
    });
  });
}
