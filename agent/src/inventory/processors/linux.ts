// Linux: /proc/cpuinfo, with cores and clocks from sysfs where the processor itself does not tell.
import type { Processor, ProcessorsSection } from "@vigia/protocol";
import { listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { dmiTable } from "../sources/dmi.ts";
import { clean } from "../text.ts";
import { parseProcessors } from "./cpuinfo.ts";

const CPUS = "/sys/devices/system/cpu";

export async function readLinux(machine: Machine): Promise<ProcessorsSection> {
  const { host } = machine;
  const processors = parseProcessors(await host.readFile("/proc/cpuinfo"));
  const sockets = ((await dmiTable(machine)) ?? [])
    .filter(({ type }) => type === 4)
    .map(({ fields }) => clean(fields.get("Socket Designation")));
  const kilohertz = Number(await readOptional(host, `${CPUS}/cpu0/cpufreq/cpuinfo_max_freq`));
  const cores = processors.length === 1 && processors[0]?.cores === undefined ? await countCores(machine) : undefined;
  return {
    processors: processors.map(
      (processor, at): Processor => ({
        ...processor,
        ...(cores === undefined ? {} : { cores }),
        ...(kilohertz > 0 ? { maxMhz: Math.round(kilohertz / 1000) } : {}),
        ...(sockets.length === processors.length ? { socket: sockets[at] ?? "" } : {}),
      }),
    ),
  };
}

/** ARM and its like do not say it in cpuinfo; undefined where sysfs does not either. */
async function countCores({ host }: Machine): Promise<number | undefined> {
  const names = (await listOptional(host, CPUS)).filter((name) => /^cpu\d+$/.test(name));
  const siblings = await Promise.all(names.map((name) => readOptional(host, `${CPUS}/${name}/topology/thread_siblings_list`)));
  const known = new Set(siblings.filter((list) => list !== undefined));
  return known.size === 0 ? undefined : known.size;
}
