// Virtual machines and containers that run on this machine. Not application containers (Docker, Podman): those are programs.
import type { SectionReaders } from "../reader.ts";
import { readLinux } from "./linux.ts";

export const guests: SectionReaders<"guests"> = { name: "guests", linux: readLinux };
