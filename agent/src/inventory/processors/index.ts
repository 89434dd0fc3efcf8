// Processors, one a socket.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const processors: SectionReaders<"processors"> = {
  name: "processors",
  linux: readLinux,
};
