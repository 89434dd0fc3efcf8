// Graphics cards and monitors.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const graphics: SectionReaders<"graphics"> = { name: "graphics", linux: readLinux };
