// Memory and the slots it sits in.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const memory: SectionReaders<"memory"> = {
  name: "memory",
  linux: readLinux,
  darwin: readDarwin,
  win32: readWindows,
};
