// Files: content that people and machines send, streamed to a store, once for each organization, within limits.
// Which file hangs where, and who may see it, is known by the module it hangs in; here are rows and bytes.
import path from "node:path";
import type { Database } from "../../database/index.ts";
import { createDiskStore } from "./disk-store.ts";
import { createFileRows, type FileLimits, type Files } from "./files.ts";

export type { Files } from "./files.ts";
export { downloadHeaders, fileName } from "./names.ts";

/** 25 MiB a file, 10 GiB an organization. */
const LIMITS: FileLimits = { file: 25 * 2 ** 20, organization: 10 * 2 ** 30 };

/** Builds the module over a folder (absolute) that is this server's alone; it is made with the first file. */
export const createFiles = ({ database, folder, limits = LIMITS }: { database: Database; folder: string; limits?: FileLimits }): Files =>
  createFileRows({ database, store: createDiskStore(path.join(folder, "kept")), incoming: path.join(folder, "incoming"), limits });
