// Printers.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const printers: SectionReaders<"printers"> = { name: "printers", linux: readLinux, win32: readWindows };
