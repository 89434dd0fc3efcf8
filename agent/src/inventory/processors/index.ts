// Processors, one a socket.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const processors: SectionReaders<"processors"> = {
  name: "processors",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
