// Installed programs.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const software: SectionReaders<"software"> = { name: "software", linux: readLinux, darwin: readDarwin, win32: readWindows };
