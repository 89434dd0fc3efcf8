// Graphics cards and monitors.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const graphics: SectionReaders<"graphics"> = { name: "graphics", linux: readLinux, darwin: readDarwin, win32: readWindows };
