import { constants } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { nodeFiles } from "./spool/node-files.ts";

/** Replaces a file so that a reader or a crash meets the old content or the new, never a part. For its owner alone (0600). */
export async function writeAtomic(path: string, text: string, { durable = true } = {}): Promise<void> {
  const fresh = `${path}.new`;
  await rm(fresh, { force: true });
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);
  const file = await open(fresh, flags, 0o600);
  try {
    await file.writeFile(text);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
  if (durable) await nodeFiles.syncDir(dirname(path));
}
