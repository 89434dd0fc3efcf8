// The operating system, as Windows keeps it in its registry.
import type { OsSection } from "@vigia/protocol";
import type { OsView } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import { windowsRebootReasons } from "./windows-reboot.ts";

export async function readWindows(machine: Machine): Promise<OsSection> {
  const [keys, known] = await Promise.all([registry(machine), wmiIfAny(machine)]);
  return windowsOs(keys, known, machine.host.os());
}

/** The first build of Windows 11, whose ProductName still says 10. */
const WINDOWS_11 = 22_000;
const ARCHITECTURES: Readonly<Record<string, string>> = { AMD64: "x64", ARM64: "arm64", X86: "ia32" };
const MINUTE_MS = 60_000;

/** The section; what only WMI knows (start, domain) is absent without it. */
function windowsOs(keys: Registry, known: Wmi, os: Pick<OsView, "release" | "hostname" | "timeZone" | "arch">): OsSection {
  const nt = keys.key(KEYS.nt);
  const build = nt?.text("CurrentBuild") || nt?.text("CurrentBuildNumber") || "";
  const revision = nt?.number("UBR");
  const installedSeconds = nt?.number("InstallDate");
  const bootedAt = known.optional("Win32_OperatingSystem")[0]?.time("LastBootUpTime");
  const reasons = windowsRebootReasons(keys);
  return {
    name: windowsName(nt?.text("ProductName") ?? "", Number(build), nt?.text("InstallationType") ?? ""),
    version: nt?.text("DisplayVersion") || nt?.text("ReleaseId") || nt?.text("CurrentVersion") || "",
    build: revision === undefined ? build : `${build}.${revision}`,
    servicePack: nt?.text("CSDVersion") ?? "",
    kernel: os.release,
    architecture: ARCHITECTURES[keys.text(KEYS.environment, "PROCESSOR_ARCHITECTURE").toUpperCase()] ?? os.arch,
    ...(installedSeconds ? { installedAtMs: installedSeconds * 1000 } : {}),
    ...(bootedAt === undefined ? {} : { bootedAtMs: Math.floor(bootedAt / MINUTE_MS) * MINUTE_MS }),
    ...(nt === undefined ? {} : { rebootPending: reasons.length > 0, rebootReasons: reasons }),
    timeZone: os.timeZone,
    ...membership(keys, known),
    hostname: os.hostname,
  };
}

/** "Microsoft Windows 11 Pro" from "Windows 10 Pro" and its build. */
export function windowsName(productName: string, build: number, installationType: string): string {
  if (productName === "") return "";
  const client = installationType.toLowerCase() !== "server" && !/server/i.test(productName);
  const name = client && build >= WINDOWS_11 ? productName.replace("Windows 10", "Windows 11") : productName;
  return name.startsWith("Microsoft ") ? name : `Microsoft ${name}`;
}

/** Roles of members of a domain: workstation, server, domain controllers. The others' "domain" is their workgroup. */
const MEMBERS = new Set([1, 3, 4, 5]);

/** Domain or workgroup; the registry knows only the domain that names are looked up in, so it says nothing of workgroups. */
function membership(keys: Registry, known: Wmi): Pick<OsSection, "domain" | "workgroup"> {
  const [computer] = known.optional("Win32_ComputerSystem");
  const role = computer?.number("DomainRole");
  if (computer === undefined || role === undefined) return { domain: keys.text(KEYS.tcpip, "Domain"), workgroup: "" };
  const told = computer.text("Domain");
  return MEMBERS.has(role) ? { domain: told, workgroup: "" } : { domain: "", workgroup: told };
}
