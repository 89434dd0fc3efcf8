// Local accounts and who signs in.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const users: SectionReaders<"users"> = {
  name: "users",
  linux: (machine) => readLinux(machine),
  darwin: readDarwin,
  win32: readWindows,
};
