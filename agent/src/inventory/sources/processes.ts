// Which programs run, by the names the kernel keeps of them.
import { listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";

/** Names of all processes, cut to 15 characters as Linux does. */
export function processNames(machine: Machine): Promise<ReadonlySet<string>> {
  return machine.once("processes", async () => {
    const pids = (await listOptional(machine.host, "/proc")).filter((name) => /^\d+$/.test(name));
    const names = await Promise.all(pids.map((pid) => readOptional(machine.host, `/proc/${pid}/comm`)));
    return new Set(names.map((name) => (name ?? "").trim()));
  });
}

/** Whether a process of this name runs; longer names than the kernel keeps are cut the same way. */
export function runs(names: ReadonlySet<string>, process: string): boolean {
  return names.has(process.slice(0, 15));
}
