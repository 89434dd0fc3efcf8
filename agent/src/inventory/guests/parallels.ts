// Parallels' machines, as `prlctl list --all --info --json` prints them.
import type { Guest } from "@vigia/protocol";
import { clean } from "../text.ts";

const STATES: ReadonlyMap<string, string> = new Map([
  ["running", "running"],
  ["stopped", "stopped"],
  ["paused", "paused"],
  ["suspended", "paused"],
]);
const MEBIBYTE = 1_048_576;

/** Throws when the text is no JSON; what has no id is no machine. */
export function parsePrlctl(json: string): Guest[] {
  const listed: unknown = json.trim() === "" ? [] : JSON.parse(json);
  return (Array.isArray(listed) ? (listed as unknown[]) : []).flatMap((machine) => {
    const id = at(machine, "ID");
    if (typeof id !== "string") return [];
    const hardware = at(machine, "Hardware");
    const memory = Number(/^(\d+)\s*Mb$/i.exec(String(at(at(hardware, "memory"), "size")))?.[1] ?? 0) * MEBIBYTE;
    const processors = Number(at(at(hardware, "cpu"), "cpus") ?? 0);
    return [
      {
        name: clean(String(at(machine, "Name") ?? "")),
        uuid: clean(id).replace(/[{}]/g, "").toLowerCase(),
        state: STATES.get(String(at(machine, "State"))) ?? "other",
        hypervisor: "parallels",
        ...(memory > 0 ? { memoryBytes: memory } : {}),
        ...(processors > 0 ? { processors } : {}),
      },
    ];
  });
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
