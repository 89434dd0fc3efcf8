// Operating system: which, how old, since when it runs, and where it belongs.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const os: SectionReaders<"os"> = {
  name: "os",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
