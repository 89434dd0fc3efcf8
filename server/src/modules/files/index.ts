// Files: content that people and machines send, streamed to a store, once for each organization, within limits.
// Which file hangs where, and who may see it, is known by the module it hangs in; here are rows and bytes.
import path from "node:path";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import { createDiskStore } from "./disk-store.ts";
import { createFileRows, type FileLimits, type Files } from "./files.ts";
import { createMovedStore } from "./moved-store.ts";
import { createS3Store, type S3Place } from "./s3/index.ts";

export type { Files } from "./files.ts";
export { downloadHeaders, fileName } from "./names.ts";
export { createS3Store, openS3Place, type S3Place } from "./s3/index.ts";

/** 25 MiB a file, 10 GiB an organization. */
const LIMITS: FileLimits = { file: 25 * 2 ** 20, organization: 10 * 2 ** 30 };

export interface FilesDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Absolute; this server's alone, made with the first file. What is under way lies there, and content where there is no other place. */
  readonly folder: string;
  /** Where content goes instead; what lies in the folder from before is still found there. */
  readonly s3?: S3Place | undefined;
  readonly limits?: FileLimits;
}

/** Builds the module. */
export function createFiles({ database, clock, folder, s3, limits = LIMITS }: FilesDeps): Files {
  const disk = createDiskStore(path.join(folder, "kept"));
  const store = s3 === undefined ? disk : createMovedStore(createS3Store({ place: s3, clock }), disk);
  return createFileRows({ database, store, incoming: path.join(folder, "incoming"), limits });
}
