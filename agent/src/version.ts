import { readFileSync } from "node:fs";

/** Put in by the bundler: the bundle travels without its package file. */
declare const __VIGIA_VERSION__: string | undefined;

/** The agent's release: the bundle's own, else from the package file; "0.0.0" when there is neither. */
export function readAgentVersion(): string {
  if (typeof __VIGIA_VERSION__ === "string") return __VIGIA_VERSION__;
  try {
    const found: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    if (typeof found === "object" && found !== null && "version" in found) return String(found.version);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return "0.0.0";
}
