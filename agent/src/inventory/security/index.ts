// Antivirus and firewalls.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const security: SectionReaders<"security"> = { name: "security", linux: readLinux, win32: readWindows };
