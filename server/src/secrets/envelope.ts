// Seals what an organization stores under the organization's own key, bound to the row it is stored in.
import type { Tx } from "../database/index.ts";
import { open, type Random, seal } from "./box.ts";
import { KEY_LENGTH, type Kek } from "./kek.ts";
import { Secret } from "./secret.ts";
import { findTenantKey, insertTenantKey } from "./tenant-queries.ts";

/** The row that a sealed value belongs to; a box moved to another place does not open. */
export interface Place {
  readonly organizationId: string;
  readonly table: string;
  readonly row: string;
  /** Of the value in that row; 1 where a row only ever has one. */
  readonly version: number;
}

export interface Envelope {
  /** Answers what to store: key version (4 bytes) ‖ nonce ‖ tag ‖ ciphertext. Works within the organization's own transaction. */
  seal(tx: Tx, place: Place, secret: Secret<string>): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws Error when the box was sealed for another place, or changed. */
  open(tx: Tx, place: Place, box: Uint8Array): Promise<Secret<string>>;
}

const VERSION_BYTES = 4;
const placeText = ({ organizationId, table, row, version }: Place): string => `${organizationId}|${table}|${row}|${version}`;

/** What a tenant key is wrapped for. */
export const tenantKeyPlace = (organizationId: string, version: number): string => `tenant_keys|${organizationId}|${version}`;

export function createEnvelope({ kek, random }: { kek: Kek; random: Random }): Envelope {
  return {
    async seal(tx, place, secret) {
      const { version, key } = (await keyOf(tx, place.organizationId)) ?? (await makeKey(tx, place.organizationId));
      const box = seal(key, placeText(place), Buffer.from(secret.reveal()), random);
      const head = Buffer.alloc(VERSION_BYTES);
      head.writeUInt32BE(version);
      return new Uint8Array(Buffer.concat([head, box]));
    },

    async open(tx, place, box) {
      const version = Buffer.from(box).readUInt32BE();
      const found = await keyOf(tx, place.organizationId, version);
      if (found === undefined) throw new Error(`the organization has no key of version ${version}`);
      return new Secret(open(found.key, placeText(place), box.subarray(VERSION_BYTES)).toString("utf8"));
    },
  };

  /** The key of this version; the newest one when none is named. */
  async function keyOf(tx: Tx, organizationId: string, version?: number): Promise<{ version: number; key: Buffer } | undefined> {
    const row = await findTenantKey(tx, organizationId, version);
    return row && { version: row.version, key: kek.unwrap(row.wrapped, tenantKeyPlace(organizationId, row.version)) };
  }

  /** The rival that was first has the key; ours is then thrown away. */
  async function makeKey(tx: Tx, organizationId: string) {
    const wrapped = kek.wrap(random(KEY_LENGTH), tenantKeyPlace(organizationId, 1));
    await insertTenantKey(tx, { organizationId, version: 1, kekId: kek.id, wrapped });
    const made = await keyOf(tx, organizationId);
    if (made === undefined) throw new Error("an organization's key was made and is not there");
    return made;
  }
}

/** The same for modules whose sealed texts are named by one word each, as in "mail|<id>". */
export interface Sealer {
  seal(tx: Tx, organizationId: string, text: string, aad: string): Promise<Uint8Array<ArrayBuffer>>;
  open(tx: Tx, organizationId: string, sealed: Uint8Array, aad: string): Promise<string>;
}

export function createSealer(envelope: Envelope): Sealer {
  const place = (organizationId: string, aad: string): Place => ({ organizationId, table: "sealed", row: aad, version: 1 });
  return {
    seal: (tx, organizationId, text, aad) => envelope.seal(tx, place(organizationId, aad), new Secret(text)),
    open: async (tx, organizationId, sealed, aad) => (await envelope.open(tx, place(organizationId, aad), sealed)).reveal(),
  };
}
