// Local accounts and who signs in.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const users: SectionReaders<"users"> = { name: "users", linux: (machine) => readLinux(machine) };
