// Physical disks and how they fare.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const disks: SectionReaders<"disks"> = {
  name: "disks",
  linux: readLinux,
};
