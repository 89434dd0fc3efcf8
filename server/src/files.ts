// Small files that must be whole or absent, and readable by this user alone.
import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";

/** Writes a file (0600) so that a crash leaves the old content or the new, never a part. */
export async function writePrivate(file: string, content: string | Uint8Array): Promise<void> {
  const half = `${file}.half`;
  const handle = await open(half, "w", 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
  await syncFolder(path.dirname(file));
}

/** Makes a folder (0700) unless it exists. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Makes the names in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system keeps names by itself.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file's content, or undefined when there is no such file. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
