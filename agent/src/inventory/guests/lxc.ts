// Containers of LXC: their configuration ("key = value" lines, also what `lxc-info -c` prints) and the table of `lxc-ls`.
import type { Guest } from "@vigia/protocol";
import { clean } from "../text.ts";

export const LXC_LS = ["--fancy", "--fancy-format", "NAME,STATE"];

const STATES: ReadonlyMap<string, string> = new Map([
  ["RUNNING", "running"],
  ["STOPPED", "stopped"],
  ["FROZEN", "paused"],
]);

/** A container by its configuration; `state` as LXC calls it, in capitals. */
export function parseLxcConfig(text: string, name: string, state: string): Guest {
  const values = new Map(
    [...text.matchAll(/^\s*(lxc\.[\w.]+)[ \t]*=[ \t]*(.*)$/gm)].map(([, key = "", value = ""]) => [key, value.trim()]),
  );
  const memory = bytes(values.get("lxc.cgroup2.memory.max") ?? values.get("lxc.cgroup.memory.limit_in_bytes") ?? "");
  const processors = countOf(values.get("lxc.cgroup2.cpuset.cpus") ?? values.get("lxc.cgroup.cpuset.cpus") ?? "");
  return {
    name: clean(values.get("lxc.uts.name") ?? values.get("lxc.utsname")) || clean(name),
    uuid: "",
    state: STATES.get(state) ?? "other",
    hypervisor: "lxc",
    ...(memory > 0 ? { memoryBytes: memory } : {}),
    ...(processors > 0 ? { processors } : {}),
  };
}

/** State by name. */
export function parseLxcLs(text: string): Map<string, string> {
  const rows = [...text.matchAll(/^(\S+)[ \t]+([A-Z]+)[ \t]*$/gm)].filter(([, name]) => name !== "NAME");
  return new Map(rows.map(([, name = "", state = ""]) => [name, state]));
}

/** "2147483648", "512M", "2G"; 0 for none. */
function bytes(text: string): number {
  const [, number, unit = ""] = /^(\d+)\s*([KMGT]?)B?$/i.exec(text) ?? [];
  return number === undefined ? 0 : Number(number) * 1024 ** " KMGT".indexOf(unit.toUpperCase() || " ");
}

/** How many numbers a list such as "0,2-5" holds; 0 for none. */
function countOf(list: string): number {
  return [...list.matchAll(/(\d+)(?:-(\d+))?/g)].reduce((sum, [, from, to]) => sum + Number(to ?? from) - Number(from) + 1, 0);
}
