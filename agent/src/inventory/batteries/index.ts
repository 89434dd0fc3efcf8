// Batteries of the machine itself.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const batteries: SectionReaders<"batteries"> = { name: "batteries", linux: readLinux, darwin: readDarwin, win32: readWindows };
