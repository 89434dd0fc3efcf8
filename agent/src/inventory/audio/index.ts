// Audio devices.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const audio: SectionReaders<"audio"> = { name: "audio", linux: readLinux, darwin: readDarwin, win32: readWindows };
