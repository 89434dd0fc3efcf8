// The real file system behind SpoolFiles.
import { type FileHandle, mkdir, open, readdir, rename, rm, statfs } from "node:fs/promises";
import { errorCode, type SpoolFile, type SpoolFiles } from "./files.ts";

function wrap(handle: FileHandle): SpoolFile {
  return {
    size: async () => (await handle.stat()).size,
    read: async (target, position) => (await handle.read(target, 0, target.length, position)).bytesRead,
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    truncate: (size) => handle.truncate(size),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

export const nodeFiles: SpoolFiles = {
  makeDir: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  list: async (path) => (await readdir(path)).sort((a, b) => (a < b ? -1 : 1)),
  open: async (path, how) => wrap(await open(path, how === "create" ? "wx+" : "r+", 0o600)),
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
