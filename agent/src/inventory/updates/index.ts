// Updates that wait.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const updates: SectionReaders<"updates"> = { name: "updates", linux: readLinux, darwin: readDarwin, win32: readWindows };
