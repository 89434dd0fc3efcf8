// Linux: printers of CUPS.
import type { PrintersSection } from "@vigia/protocol";
import { execOptional, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { parseLpstat, parsePrintersConf } from "./cups.ts";

export async function readLinux({ host, signal }: Machine): Promise<PrintersSection> {
  const conf = await readOptional(host, "/etc/cups/printers.conf");
  if (conf !== undefined) return { printers: parsePrintersConf(conf) };
  if ((await listOptional(host, "/etc/cups")).length === 0) return { printers: [] };
  // It ends with 1 when there is no printer: the shell hides that.
  const text = await execOptional(host, "sh", ["-c", "lpstat -v -d 2>/dev/null; true"], signal);
  return { printers: parseLpstat(text ?? "") };
}
