// Where the content of files lies. A store knows organizations and hashes, and nothing of rows, names or people.
import type { Readable } from "node:stream";

/** A file that is finished and lies on this machine's disk. */
export interface Finished {
  /** SHA-256. */
  readonly hash: Buffer;
  /** Bytes. */
  readonly size: number;
  readonly path: string;
}

/** What a store has. */
export interface Kept {
  readonly hash: Buffer;
  /** When it was put there. */
  readonly at: Date;
}

export interface FileStore {
  /** Keeping content may take longer than a transaction should: it is kept once before it, and asked for again inside. */
  readonly slow: boolean;
  /** Takes the file under its hash; content that is there already stays. The file may be gone afterwards. Throws when it cannot. */
  keep(organizationId: string, file: Finished): Promise<void>;
  /** The content; undefined when there is none. */
  open(organizationId: string, hash: Buffer): Promise<Readable | undefined>;
  /** Takes the content away; without any, nothing happens. */
  remove(organizationId: string, hash: Buffer): Promise<void>;
  /** All that an organization has here, in no order. */
  list(organizationId: string): AsyncIterable<Kept>;
}

/** The store does not do its work; the message is one sentence for the operator and names no secret. */
export class StoreTrouble extends Error {
  override readonly name = "StoreTrouble";
}
