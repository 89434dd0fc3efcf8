// Motherboard and firmware.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const board: SectionReaders<"board"> = {
  name: "board",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
