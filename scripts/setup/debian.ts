// Debian packages that the tests use: installed when this is Debian and we are root, otherwise named.
import { spawnSync } from "node:child_process";
import fs from "node:fs";

export interface SystemTool {
  /** The program's place once installed. */
  readonly file: string;
  /** The Debian package that brings it. */
  readonly packageName: string;
}

export const chromium: SystemTool = { file: "/usr/bin/chromium", packageName: "chromium" };
/** Runs Windows programs. */
export const wine: SystemTool = { file: "/usr/bin/wine", packageName: "wine" };

/** Installs what is missing if it may. Answers, for each tool still missing, why and what to do. */
export function ensureTools(tools: readonly SystemTool[], say: (line: string) => void): string[] {
  const missing = () => tools.filter((tool) => !fs.existsSync(tool.file));
  if (missing().length > 0 && process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    const names = missing().map((tool) => tool.packageName);
    say(`installing Debian packages: ${names.join(" ")} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args: string[]) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
    if (!apt("install", "-y", "--no-install-recommends", ...names)) {
      apt("update");
      apt("install", "-y", "--no-install-recommends", ...names);
    }
  }
  return missing().map((tool) => `${tool.file} is missing: apt-get install ${tool.packageName}`);
}
