// Linux: dpkg's own file, rpm, snap and flatpak by their tools where they keep something.
import type { Program, SoftwareSection } from "@vigia/protocol";
import { execOptional, linkTarget, listOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { people, readAccounts } from "../users/accounts.ts";
import { FLATPAK_COLUMNS, parseFlatpakList } from "./flatpak.ts";
import { readPackages } from "./packages.ts";
import { parseSnapList } from "./snap.ts";
import { sortedPrograms } from "./sorted-programs.ts";

const SNAPS = "/var/lib/snapd/snaps";
const FLATPAKS = "/var/lib/flatpak/app";
const USERS_FLATPAKS = ".local/share/flatpak/app";

export async function readLinux(machine: Machine): Promise<SoftwareSection> {
  const parts = await Promise.all([readPackages(machine), snaps(machine), flatpaks(machine)]);
  return { programs: sortedPrograms(parts.flat()) };
}

async function snaps({ host, signal }: Machine): Promise<Program[]> {
  if (!(await listOptional(host, SNAPS)).some((file) => file.endsWith(".snap"))) return [];
  return parseSnapList((await execOptional(host, "snap", ["list", "--unicode=never"], signal)) ?? "");
}

/** Flatpak tells of those for all; those of each person lie in his home, under their ids. */
async function flatpaks(machine: Machine): Promise<Program[]> {
  const { host, signal } = machine;
  const programs: Program[] = [];
  if ((await listOptional(host, FLATPAKS)).length > 0) {
    const list = await execOptional(host, "flatpak", ["list", "--system", `--columns=${FLATPAK_COLUMNS}`], signal);
    programs.push(...parseFlatpakList(list ?? "", ""));
  }
  for (const { name: user, home } of people(await readAccounts(machine))) {
    for (const id of await listOptional(host, `${home}/${USERS_FLATPAKS}`)) {
      // The link reads "x86_64/stable".
      const branch = (await linkTarget(host, `${home}/${USERS_FLATPAKS}/${id}/current`))?.split("/").at(-1) ?? "";
      programs.push({ name: id, version: branch, source: "flatpak", user });
    }
  }
  return programs;
}
