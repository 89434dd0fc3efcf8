// Updates that wait.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const updates: SectionReaders<"updates"> = { name: "updates", linux: readLinux, win32: readWindows };
