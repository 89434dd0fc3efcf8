// Content on this machine's disk: <folder>/<organization>/<first two digits of the hash>/<hash>, whole or absent.
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { syncFolder } from "../../files.ts";
import type { FileStore, Kept } from "./store.ts";

/** Builds it. `folder` is absolute and must be on one file system with what is kept from: content is moved, not copied. */
export function createDiskStore(folder: string): FileStore {
  const placeOf = (organizationId: string, hash: Buffer): string => {
    const name = hash.toString("hex");
    return path.join(folder, organizationId, name.slice(0, 2), name);
  };

  return {
    slow: false,

    async keep(organizationId, file) {
      const place = placeOf(organizationId, file.hash);
      if ((await orGone(access(place))) !== GONE) return;
      const shard = path.dirname(place);
      const made = await mkdir(shard, { recursive: true, mode: 0o700 });
      await rename(file.path, place);
      await syncFolder(shard);
      // New folders are names too: they must survive a power cut as the file does.
      if (made !== undefined) for (const above of [path.join(folder, organizationId), folder]) await syncFolder(above);
    },

    async open(organizationId, hash) {
      const handle = await orGone(open(placeOf(organizationId, hash), "r"));
      return handle === GONE ? undefined : handle.createReadStream();
    },

    remove: (organizationId, hash) => rm(placeOf(organizationId, hash), { force: true }),

    async *list(organizationId): AsyncGenerator<Kept> {
      const top = path.join(folder, organizationId);
      for (const shard of await namesIn(top))
        for (const name of await namesIn(path.join(top, shard))) {
          const found = await orGone(stat(path.join(top, shard, name)));
          // A move keeps the time of writing; the change of its name is what tells when it came here.
          if (found !== GONE && /^[0-9a-f]{64}$/.test(name)) yield { hash: Buffer.from(name, "hex"), at: found.ctime };
        }
    },
  };
}

const GONE = Symbol("gone");

/** What the work answers, or GONE where there is no such file. */
async function orGone<T>(work: Promise<T>): Promise<T | typeof GONE> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return GONE;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await orGone(readdir(folder));
  return names === GONE ? [] : names;
}
