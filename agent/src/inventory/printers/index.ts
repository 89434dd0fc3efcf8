// Printers. macOS prints by CUPS too, with the same files and tools.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const printers: SectionReaders<"printers"> = { name: "printers", linux: readLinux, darwin: readLinux, win32: readWindows };
