// Small file systems of their own, which can be full and have room again. Only root may mount them.
import { execFileSync } from "node:child_process";
import fs from "node:fs";

export const canMount = process.platform === "linux" && process.getuid?.() === 0;

/** Mounted and not let go yet; a pack that breaks off leaves none behind. */
const mounted = new Set<string>();
process.once("exit", () => {
  for (const folder of [...mounted].reverse()) execFileSync("umount", ["-l", folder], { stdio: "ignore" });
});

// A signal alone would end the process without the line above.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));

const mount = (...args: string[]) => execFileSync("mount", args, { stdio: ["ignore", "ignore", "pipe"] });

export class Disk {
  readonly folder: string;
  readonly #megabytes: number;

  /** Makes the folder, and mounts a file system of that size there when this user may. */
  constructor(folder: string, megabytes: number, mode: string) {
    this.folder = folder;
    this.#megabytes = megabytes;
    fs.mkdirSync(folder, { mode: Number.parseInt(mode, 8) });
    if (!canMount) return;
    mount("-t", "tmpfs", "-o", `size=${megabytes}m,mode=${mode}`, "vigia-chaos", folder);
    mounted.add(folder);
  }

  /** From now on there is no room: the file system is as large as what it holds. */
  fill(): void {
    for (let tries = 0; ; tries++) {
      const { blocks, bfree, bsize } = fs.statfsSync(this.folder);
      try {
        mount("-o", `remount,size=${(blocks - bfree) * bsize}`, this.folder);
        return;
      } catch (error) {
        // It grew between the two.
        if (tries === 20) throw error;
      }
    }
  }

  makeRoom(): void {
    if (canMount) mount("-o", `remount,size=${this.#megabytes}m`, this.folder);
  }

  /** Lets go of the file system and what it held. */
  remove(): void {
    // Lazily: what was killed a moment ago may not have let go yet.
    if (mounted.delete(this.folder)) execFileSync("umount", ["-l", this.folder], { stdio: "ignore" });
  }
}
