// Services.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const services: SectionReaders<"services"> = { name: "services", linux: readLinux };
