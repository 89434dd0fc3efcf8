// Memory and the slots it sits in.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const memory: SectionReaders<"memory"> = {
  name: "memory",
  linux: readLinux,
};
