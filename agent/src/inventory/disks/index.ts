// Physical disks and how they fare.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const disks: SectionReaders<"disks"> = {
  name: "disks",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
