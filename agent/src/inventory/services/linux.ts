// Linux: systemd where it runs, the scripts of /etc/init.d elsewhere.
import type { ServicesSection } from "@vigia/protocol";
import { Unsupported } from "../../collectors/collector.ts";
import { listOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { readInitScripts } from "./init-scripts.ts";
import { parseSystemd, SHOW, UNIT_FILES } from "./systemd.ts";

/** systemd makes the folder "system" in it at boot, by which programs are to know that it runs (sd_booted). */
const SYSTEMD = "/run/systemd";

export async function readLinux({ host, signal }: Machine): Promise<ServicesSection> {
  if ((await listOptional(host, SYSTEMD)).includes("system")) {
    const [show, unitFiles] = await Promise.all([host.exec("systemctl", SHOW, signal), host.exec("systemctl", UNIT_FILES, signal)]);
    return { services: parseSystemd(show, unitFiles) };
  }
  const services = await readInitScripts(host);
  if (services.length === 0) throw new Unsupported("This system has neither systemd nor scripts in /etc/init.d.");
  return { services };
}
