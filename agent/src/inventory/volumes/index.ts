// Partitions that hold a file system, and whether what they hold is encrypted.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const volumes: SectionReaders<"volumes"> = {
  name: "volumes",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
