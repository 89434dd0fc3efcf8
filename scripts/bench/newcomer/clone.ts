// The folder of somebody who has just fetched the sources: what is committed, and packages as if npm had just unpacked them.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { root } from "../../setup/prepare.ts";

/** Puts it into `folder`. Nothing that was built in this checkout comes along. Throws with the tool's own words. */
export function cloneInto(folder: string): void {
  const archive = execFileSync("git", ["archive", "HEAD"], { cwd: root, maxBuffer: 512 * 1_048_576 });
  must(spawnSync("tar", ["-x", "-C", folder], { input: archive }));
  // Links instead of copies: the files are only read. A workspace has packages of its own where versions differ.
  for (const packages of ["", "protocol", "agent", "server", "console"].map((workspace) => path.join(workspace, "node_modules")))
    if (existsSync(path.join(root, packages))) must(spawnSync("cp", ["-al", path.join(root, packages), path.join(folder, packages)]));
  for (const made of [".vigia", ".vite", ".cache"]) rmSync(path.join(folder, "node_modules", made), { recursive: true, force: true });
  must(spawnSync("chmod", ["755", folder]));
}

function must({ status, stderr, error }: ReturnType<typeof spawnSync>): void {
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(String(stderr));
}
