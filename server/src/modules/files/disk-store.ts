// Content on this machine's disk: <folder>/<organization>/<first two digits of the hash>/<hash>, whole or absent.
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { syncFolder } from "../../files.ts";
import type { FileStore } from "./store.ts";

/** Builds it. `folder` is absolute and must be on one file system with what is kept from: content is moved, not copied. */
export function createDiskStore(folder: string): FileStore {
  const placeOf = (organizationId: string, hash: Buffer): string => {
    const name = hash.toString("hex");
    return path.join(folder, organizationId, name.slice(0, 2), name);
  };

  return {
    async keep(organizationId, hash, from) {
      const place = placeOf(organizationId, hash);
      if (await isThere(place)) return;
      const shard = path.dirname(place);
      const made = await mkdir(shard, { recursive: true, mode: 0o700 });
      await rename(from, place);
      await syncFolder(shard);
      // New folders are names too: they must survive a power cut as the file does.
      if (made !== undefined) for (const above of [path.join(folder, organizationId), folder]) await syncFolder(above);
    },

    async open(organizationId, hash) {
      try {
        const handle = await open(placeOf(organizationId, hash), "r");
        return handle.createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },

    remove: (organizationId, hash) => rm(placeOf(organizationId, hash), { force: true }),
  };
}

async function isThere(place: string): Promise<boolean> {
  try {
    await access(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
