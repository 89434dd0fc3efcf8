// The spool's epoch: a random number made once, which tells the server which sequence numbers it is looking at.
import { join } from "node:path";
import { errorCode, readAll, type SpoolFiles, writeAll } from "./files.ts";

const MOST = Number.MAX_SAFE_INTEGER;

/** A new epoch, 1 to 2^53 - 1. */
export function makeEpoch(randomBytes: (count: number) => Uint8Array): number {
  const bits = Buffer.from(randomBytes(8)).readBigUInt64LE() & BigInt(MOST);
  return bits === 0n ? 1 : Number(bits);
}

/** The epoch in its file; undefined when there is none or it is damaged. */
export async function loadEpoch(files: SpoolFiles, dir: string): Promise<number | undefined> {
  try {
    const file = await files.open(join(dir, "epoch"), "existing");
    const buffer = Buffer.alloc(32);
    const length = await readAll(file, buffer, 0).finally(() => file.close());
    const text = buffer.toString("latin1", 0, length);
    if (!/^[1-9]\d{0,15}\n$/.test(text)) return undefined;
    return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes an epoch durable. */
export async function saveEpoch(files: SpoolFiles, dir: string, epoch: number): Promise<void> {
  const fresh = join(dir, "epoch.new");
  await files.remove(fresh);
  const file = await files.open(fresh, "create");
  try {
    await writeAll(file, Buffer.from(`${epoch}\n`), 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await files.rename(fresh, join(dir, "epoch"));
  await files.syncDir(dir);
}
