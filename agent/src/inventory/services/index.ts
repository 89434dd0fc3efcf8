// Services.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const services: SectionReaders<"services"> = { name: "services", linux: readLinux, darwin: readDarwin, win32: readWindows };
