// Network interfaces with their addresses.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const network: SectionReaders<"network"> = {
  name: "network",
  linux: readLinux,
  win32: readWindows,
};
