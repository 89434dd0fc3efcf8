// Files: content that people and machines send, streamed to a store, once for each organization, within limits.
// Which file hangs where, and who may see it, is known by the module it hangs in; here are rows and bytes.
import path from "node:path";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import { createDiskStore } from "./disk-store.ts";
import { createFileRows, type FileLimits, type Files, type LimitsFor } from "./files.ts";
import { createMovedStore } from "./moved-store.ts";
import { createS3Store, type S3Place } from "./s3/index.ts";
import type { FileStore } from "./store.ts";
import { createSweeper, type Sweeper, type SweeperParts } from "./sweeper.ts";

export { type AttachmentRoutes, registerAttachmentRoutes } from "./attachment-routes.ts";
export { createAttachments, type Holder } from "./attachments.ts";
export type { FileLimits, Files, LimitsFor } from "./files.ts";
export { fileName } from "./names.ts";
export { createS3Store, openS3Place, type S3Place } from "./s3/index.ts";
export type { Sweeper } from "./sweeper.ts";

/** 25 MiB a file, 10 GiB an organization. */
const LIMITS: FileLimits = { file: 25 * 2 ** 20, organization: 10 * 2 ** 30 };

export interface FilesPlace {
  readonly clock: Clock;
  /** Absolute; this server's alone, made with the first file. What is under way lies there, and content where there is no other place. */
  readonly folder: string;
  /** Where content goes instead; what lies in the folder from before is still found there. */
  readonly s3?: S3Place | undefined;
}

export interface FilesDeps extends FilesPlace {
  readonly database: Database;
  /** How much an organization may have. */
  readonly limitsFor?: LimitsFor;
}

const incomingOf = ({ folder }: FilesPlace): string => path.join(folder, "incoming");

function storeOf({ clock, folder, s3 }: FilesPlace): FileStore {
  const disk = createDiskStore(path.join(folder, "kept"));
  return s3 === undefined ? disk : createMovedStore(createS3Store({ place: s3, clock }), disk);
}

/** Builds the module. */
export const createFiles = ({ database, limitsFor = async () => LIMITS, ...place }: FilesDeps): Files =>
  createFileRows({ database, store: storeOf(place), incoming: incomingOf(place), limitsFor });

/** Builds what takes away, in the same place, whatever is not needed any more. */
export function createFileSweeper({
  database,
  log,
  audit,
  files,
  ...place
}: FilesPlace & Omit<SweeperParts, "store" | "incoming">): Sweeper {
  return createSweeper({ database, log, audit, files, clock: place.clock, store: storeOf(place), incoming: incomingOf(place) });
}
