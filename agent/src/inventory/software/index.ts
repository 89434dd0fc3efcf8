// Installed programs.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const software: SectionReaders<"software"> = { name: "software", linux: readLinux };
