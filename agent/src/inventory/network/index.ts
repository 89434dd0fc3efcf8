// Network interfaces with their addresses.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const network: SectionReaders<"network"> = {
  name: "network",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
