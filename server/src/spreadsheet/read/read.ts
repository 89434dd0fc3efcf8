// Has a table read by a process of its own, with little memory and time.
import { fork } from "node:child_process";
import { programFile } from "../../places.ts";
import { TableError, type TableProblem } from "./limits.ts";
import type { Table } from "./table.ts";

const MEMORY_MIB = 768;
const PATIENCE_MS = 60_000;

type Answer = { readonly table: Table } | { readonly problem: TableProblem };

/** The table in these bytes. Throws TableError; a reader that ran out of memory or time found the file "unreadable". */
export async function readTableApart(bytes: Uint8Array): Promise<Table> {
  const child = fork(programFile("spreadsheet/read/main"), [], {
    execArgv: [`--max-old-space-size=${MEMORY_MIB}`],
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    timeout: PATIENCE_MS,
    killSignal: "SIGKILL",
  });
  const answer = await new Promise<Answer>((resolve, reject) => {
    child.once("message", (said) => resolve(said as Answer));
    child.once("error", reject);
    child.once("exit", () => resolve({ problem: "unreadable" }));
    child.send(bytes, (error) => error !== null && reject(error));
  });
  if ("problem" in answer) throw new TableError(answer.problem);
  return answer.table;
}
