// Audio devices.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const audio: SectionReaders<"audio"> = { name: "audio", linux: readLinux, win32: readWindows };
