// VirtualBox's machines, as `VBoxManage list --long vms` prints them on every system.
import type { Guest } from "@vigia/protocol";
import { clean } from "../text.ts";

export const VBOX_LIST = ["list", "--long", "vms"];

const STATES: ReadonlyMap<string, string> = new Map([
  ["running", "running"],
  ["paused", "paused"],
  ["saved", "paused"],
  ["powered off", "stopped"],
  ["aborted", "stopped"],
]);

/** Every machine begins with its "Name:", which its "Guest OS:" follows: what else has a name (shared folders, USB) does not. */
export function parseVBoxList(text: string): Guest[] {
  const starts = [...text.matchAll(/^Name:[ \t]+(.*)\r?\n(?:Groups:.*\r?\n)?(?=Guest OS:)/gm)];
  return starts.map((start, index) => {
    const block = text.slice(start.index, starts[index + 1]?.index);
    const value = (key: string) => new RegExp(`^${key}:[ \\t]+(.*?)[ \\t]*\\r?$`, "m").exec(block)?.[1] ?? "";
    const state = /^[a-z ]+?(?=\s*(?:\(|$))/.exec(value("State"))?.[0] ?? "";
    const memory = Number(/^(\d+)\s*MB$/.exec(value("Memory size"))?.[1] ?? 0) * 1024 ** 2;
    const processors = Number(value("Number of CPUs"));
    return {
      name: clean(start[1]),
      uuid: clean(value("UUID")).toLowerCase(),
      state: STATES.get(state) ?? "other",
      hypervisor: "virtualbox",
      ...(memory > 0 ? { memoryBytes: memory } : {}),
      ...(processors > 0 ? { processors } : {}),
    };
  });
}
