// The program that reads one table for the server and ends: what is in the file cannot take the server's memory or time.
import { TableError } from "./limits.ts";
import { readTable } from "./table.ts";

process.once("message", (bytes: Uint8Array) => {
  readTable(bytes).then(
    (table) => answer({ table }),
    (error: unknown) => answer({ problem: error instanceof TableError ? error.problem : "unreadable" }),
  );
});

function answer(said: unknown): void {
  process.send?.(said, () => process.disconnect());
}
