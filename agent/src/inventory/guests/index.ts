// Virtual machines and containers that run on this machine. Not application containers (Docker, Podman): those are programs.
import type { SectionReaders } from "../reader.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import { readWindows } from "./windows.ts";

export const guests: SectionReaders<"guests"> = { name: "guests", linux: readLinux, darwin: readDarwin, win32: readWindows };
