// Updates that wait.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const updates: SectionReaders<"updates"> = { name: "updates", linux: readLinux };
