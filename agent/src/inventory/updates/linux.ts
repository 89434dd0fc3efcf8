// Linux: what apt, dnf, yum or zypper would bring, from what they know without network.
import type { PendingUpdate, UpdatesSection } from "@vigia/protocol";
import { Unsupported } from "../../collectors/collector.ts";
import { execOptional, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { readPackages } from "../software/packages.ts";
import { APT_LIST, lastUpgrade, parseAptList } from "./apt.ts";
import { DNF_LIST, DNF_SECURITY, parseDnf, YUM_LIST, YUM_SECURITY } from "./dnf.ts";
import { parseZypper, ZYPPER_PATCHES, ZYPPER_UPDATES } from "./zypper.ts";

export async function readLinux(machine: Machine): Promise<UpdatesSection> {
  const { host } = machine;
  if ((await readOptional(host, "/var/lib/dpkg/status")) !== undefined) {
    return section(await apt(machine), await lastDpkgUpgrade(machine));
  }
  const updates = (await zypper(machine)) ?? (await dnf(machine));
  if (updates === undefined) throw new Unsupported("This system has neither apt nor dnf, yum or zypper.");
  // rpm puts a package's day anew with each version.
  let last = "";
  for (const { installedOn } of await readPackages(machine)) if ((installedOn ?? "") > last) last = installedOn ?? "";
  return section(updates, last);
}

/** Nothing is counted of what is not known. */
function section(updates: readonly PendingUpdate[] | undefined, lastInstalledOn: string): UpdatesSection {
  if (updates === undefined) return { lastInstalledOn };
  const sorted = updates.toSorted((a, b) => (`${a.id}|${a.version}` < `${b.id}|${b.version}` ? -1 : 1));
  return { pending: sorted.length, critical: sorted.filter(({ critical }) => critical).length, updates: sorted, lastInstalledOn };
}

/** Without lists of what there is (never loaded, or thrown away) apt would say that nothing waits, and be wrong. */
async function apt({ host, signal }: Machine): Promise<PendingUpdate[] | undefined> {
  if (!(await listOptional(host, "/var/lib/apt/lists")).some((file) => /_Packages(?:\.\w+)?$/.test(file))) return undefined;
  const text = await execOptional(host, "apt", APT_LIST, signal);
  return text === undefined ? undefined : parseAptList(text);
}

/** The log is turned over each month: the one before is looked at as well. */
async function lastDpkgUpgrade({ host }: Machine): Promise<string> {
  for (const path of ["/var/log/dpkg.log", "/var/log/dpkg.log.1"]) {
    const day = lastUpgrade((await readOptional(host, path)) ?? "");
    if (day !== "") return day;
  }
  return "";
}

async function dnf({ host, signal }: Machine): Promise<PendingUpdate[] | undefined> {
  const list = await execOptional(host, "dnf", DNF_LIST, signal);
  if (list !== undefined) return parseDnf(list, await host.exec("dnf", DNF_SECURITY, signal));
  const older = await execOptional(host, "yum", YUM_LIST, signal);
  return older === undefined ? undefined : parseDnf(older, await host.exec("yum", YUM_SECURITY, signal));
}

async function zypper({ host, signal }: Machine): Promise<PendingUpdate[] | undefined> {
  const patches = await execOptional(host, "zypper", ZYPPER_PATCHES, signal);
  if (patches === undefined) return undefined;
  const found = parseZypper(patches);
  return found.length > 0 ? found : parseZypper(await host.exec("zypper", ZYPPER_UPDATES, signal));
}
