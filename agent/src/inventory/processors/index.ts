// Processors, one a socket.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const processors: SectionReaders<"processors"> = {
  name: "processors",
  linux: readLinux,
  win32: readWindows,
};
