// Where the content of files lies. A store knows organizations and hashes, and nothing of rows, names or people.
import type { Readable } from "node:stream";

export interface FileStore {
  /** Takes the finished file at `from` under its hash; one that is there already stays. `from` may be gone afterwards. Throws when it cannot. */
  keep(organizationId: string, hash: Buffer, from: string): Promise<void>;
  /** The content; undefined when there is none. */
  open(organizationId: string, hash: Buffer): Promise<Readable | undefined>;
  /** Takes the content away; without any, nothing happens. */
  remove(organizationId: string, hash: Buffer): Promise<void>;
}
