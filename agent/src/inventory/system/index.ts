// Maker, model and chassis, and what the machine runs on.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const system: SectionReaders<"system"> = {
  name: "system",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
