// Windows and Office licences. Only Windows has them.
import type { SectionReaders } from "../reader.ts";
import { readWindows } from "./windows.ts";

export const licences: SectionReaders<"licences"> = { name: "licences", win32: readWindows };
