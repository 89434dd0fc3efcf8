// Local accounts and who signs in.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const users: SectionReaders<"users"> = { name: "users", linux: (machine) => readLinux(machine), win32: readWindows };
