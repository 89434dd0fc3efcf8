// The bytes of an entry that its hash is over. The database makes the same when it links one (migration 0003, audit_bytes); this side
// makes them again by itself, so that a database that was tampered with is not believed.
import { createHash } from "node:crypto";

/** An entry's columns as PostgreSQL writes them as text, `at` in milliseconds since 1970. */
export type EntryText = readonly (string | null)[];

/** Every field as length in bytes, colon, text; a null as "-". */
export const entryBytes = (fields: EntryText): Buffer =>
  Buffer.from(fields.map((field) => (field === null ? "-" : `${Buffer.byteLength(field)}:${field}`)).join(""));

/** Where an organization's chain begins. */
export const firstHash = (organizationId: string): Buffer => createHash("sha256").update(`vigia audit ${organizationId}`).digest();

/** SHA-256 of the hash before ‖ the entry's bytes. */
export const nextHash = (before: Uint8Array, fields: EntryText): Buffer =>
  createHash("sha256").update(before).update(entryBytes(fields)).digest();
