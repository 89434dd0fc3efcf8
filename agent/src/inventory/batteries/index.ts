// Batteries of the machine itself.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const batteries: SectionReaders<"batteries"> = { name: "batteries", linux: readLinux, win32: readWindows };
