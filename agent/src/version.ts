import { readFileSync } from "node:fs";

/** The agent's release, from its package. "0.0.0" when the package file is not there to ask. */
export function readAgentVersion(): string {
  try {
    const found: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    if (typeof found === "object" && found !== null && "version" in found) return String(found.version);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return "0.0.0";
}
