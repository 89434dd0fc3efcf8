// Memory and the slots it sits in.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const memory: SectionReaders<"memory"> = {
  name: "memory",
  linux: readLinux,
  win32: readWindows,
};
