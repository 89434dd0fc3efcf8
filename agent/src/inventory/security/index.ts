// Antivirus and firewalls.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const security: SectionReaders<"security"> = { name: "security", linux: readLinux };
