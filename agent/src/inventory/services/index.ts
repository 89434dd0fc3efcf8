// Services.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const services: SectionReaders<"services"> = { name: "services", linux: readLinux, win32: readWindows };
