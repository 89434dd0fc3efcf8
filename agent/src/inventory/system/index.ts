// Maker, model and chassis, and what the machine runs on.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const system: SectionReaders<"system"> = {
  name: "system",
  linux: readLinux,
};
