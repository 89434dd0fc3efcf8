// The packages of a Linux, read once in an inventory: other sections look up versions in them.
import type { Program } from "@vigia/protocol";
import { execOptional, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { parseDpkgDates, parseDpkgStatus } from "./dpkg.ts";
import { parseRpm, RPM_FORMAT } from "./rpm.ts";

const RPM_DATABASES = ["/var/lib/rpm", "/usr/lib/sysimage/rpm"];
const RPM_FILES = /^(?:Packages|rpmdb\.sqlite|Packages\.db)$/;
const FIND = ["/var/lib/dpkg/info", "-name", "*.list", "-printf", "%f\\t%T@\\n"];

/** Packages of dpkg and rpm; none where neither is. */
export function readPackages(machine: Machine): Promise<Program[]> {
  return machine.once("packages", async () => [...(await dpkg(machine)), ...(await rpm(machine))]);
}

async function dpkg({ host, signal }: Machine): Promise<Program[]> {
  const status = await readOptional(host, "/var/lib/dpkg/status");
  if (status === undefined) return [];
  return parseDpkgStatus(status, parseDpkgDates((await execOptional(host, "find", FIND, signal)) ?? ""));
}

async function rpm({ host, signal }: Machine): Promise<Program[]> {
  const files = (await Promise.all(RPM_DATABASES.map((folder) => listOptional(host, folder)))).flat();
  if (!files.some((file) => RPM_FILES.test(file))) return [];
  return parseRpm((await execOptional(host, "rpm", ["-qa", "--queryformat", RPM_FORMAT], signal)) ?? "");
}
