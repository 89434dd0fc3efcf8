// The real file system behind SpoolFiles.
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, statfs } from "node:fs/promises";
import { errorCode, type SpoolFile, type SpoolFiles } from "./files.ts";

/**
 * On Linux (which alone knows O_NOATIME) each write comes back durable, as fdatasync would have made it: one trip to a thread instead of
 * two for every report. Elsewhere O_DSYNC says less than the flush does.
 */
const DURABLE_WRITES = constants.O_NOATIME === undefined ? 0 : constants.O_DSYNC;

/** `untold`: something about the file is not durable yet though nothing was written. */
function wrap(handle: FileHandle, untold: boolean): SpoolFile {
  let unsynced = untold;
  return {
    size: async () => (await handle.stat()).size,
    read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
    async write(bytes, position) {
      if (DURABLE_WRITES === 0) unsynced = true;
      return (await handle.write(bytes, 0, bytes.length, position)).bytesWritten;
    },
    async truncate(size) {
      unsynced = true;
      await handle.truncate(size);
    },
    async sync() {
      if (!unsynced) return;
      await handle.datasync();
      unsynced = false;
    },
    close: () => handle.close(),
  };
}

export const nodeFiles: SpoolFiles = {
  makeDir: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  list: async (path) => (await readdir(path)).sort((a, b) => (a < b ? -1 : 1)),
  async open(path, how) {
    const fresh = how === "create";
    const flags = constants.O_RDWR | DURABLE_WRITES | (fresh ? constants.O_CREAT | constants.O_EXCL : 0);
    return wrap(await open(path, flags, 0o600), fresh);
  },
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  async syncDir(path) {
    try {
      const handle = await open(path, "r");
      await handle.sync().finally(() => handle.close());
    } catch (error) {
      // Windows can neither open nor flush a folder; NTFS journals names by itself.
      if (!["EPERM", "EISDIR", "EACCES", "EINVAL"].includes(errorCode(error))) throw error;
    }
  },
  async freeBytes(path) {
    const found = await statfs(path);
    return found.bavail * found.bsize;
  },
};
