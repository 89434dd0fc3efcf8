// Guests over the captures of hypervisors' tools.
import { parseDomain } from "../guests/libvirt.ts";
import { parseLxcConfig } from "../guests/lxc.ts";
import { parseVBoxList } from "../guests/virtualbox.ts";
import type { CorpusParser } from "./corpus-parser.ts";
import { differences } from "./differences.ts";

const KIB = 1024;
const MIB = 1024 ** 2;

export const virtualization: readonly CorpusParser[] = [
  {
    parser: "guests/libvirt.ts",
    files: (path) => path.startsWith("virtualization/virsh/dumpxml"),
    check: (text) => {
      const guest = parseDomain(text);
      return differences([
        ["name", text.includes(`<name>${guest?.name}</name>`), true],
        ["uuid", text.includes(`<uuid>${guest?.uuid}</uuid>`), true],
        ["memory, KiB", new RegExp(`<memory[^>]*>${Number(guest?.memoryBytes) / KIB}<`).test(text), true],
        ["processors", new RegExp(`<vcpu[^>]*>${guest?.processors}<`).test(text), true],
        ["hypervisor", guest?.hypervisor, text.includes("type='kvm'") ? "kvm" : undefined],
      ]);
    },
  },
  {
    parser: "guests/lxc.ts",
    files: (path) => path.startsWith("virtualization/lxc/"),
    check: (text, file) => {
      const id = file.slice(file.lastIndexOf("/") + 1);
      const guest = parseLxcConfig(text, id, /State:\s+(\w+)/.exec(text)?.[1] ?? "");
      const limit = /limit_in_bytes = (\d+)/.exec(text)?.[1];
      const cpus: Record<string, number> = { "0,2": 2, "0,3-5": 4 };
      return differences([
        ["name", guest.name === id || text.includes(`name = ${guest.name}\n`), true],
        ["memory", guest.memoryBytes, limit === undefined ? undefined : Number(limit)],
        ["processors", guest.processors, cpus[/cpuset\.cpus = (\S+)/.exec(text)?.[1] ?? ""]],
        ["state", guest.state, text.includes("RUNNING") ? "running" : "other"],
      ]);
    },
  },
  {
    parser: "guests/virtualbox.ts",
    files: (path) => path.startsWith("virtualization/vboxmanage/"),
    check: (text) => {
      const guests = parseVBoxList(text);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
      const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, value = ""]) => value);
      return differences([
        ["guests", guests.length, all(/^(Hardware UUID):/gm).length],
        ["ids", guests.map(({ uuid }) => uuid), all(/^Hardware UUID: +(\S+)$/gm)],
        ["running", guests.filter(({ state }) => state === "running").length, all(/^State: +(running) /gm).length],
        ["memory", sum(guests.map(({ memoryBytes }) => memoryBytes ?? 0)) / MIB, sum(all(/^Memory size: +(\d+)MB/gm).map(Number))],
        ["processors", sum(guests.map(({ processors }) => processors ?? 0)), sum(all(/^Number of CPUs: +(\d+)/gm).map(Number))],
        [
          "names",
          guests.every(({ name }) =>
            text.includes(`Name:            ${name}
`),
          ),
          true,
        ],
      ]);
    },
  },
];
