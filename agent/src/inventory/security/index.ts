// Antivirus and firewalls.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const security: SectionReaders<"security"> = { name: "security", linux: readLinux, darwin: readDarwin, win32: readWindows };
