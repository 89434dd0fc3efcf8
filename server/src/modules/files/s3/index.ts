// Content in an S3-compatible store: <prefix>/<organization>/<first two digits of the hash>/<hash>.
import { text } from "node:stream/consumers";
import type { FileStore, Kept } from "../store.ts";
import { createS3Client, type S3Parts } from "./client.ts";
import { type Listing, readListing } from "./listing.ts";

export { openS3Place } from "./open.ts";
export type { S3Place } from "./place.ts";

/** Builds it. Every operation throws StoreTrouble when the store does not do its work. */
export function createS3Store(parts: S3Parts): FileStore {
  const { prefix } = parts.place;
  const client = createS3Client(parts);
  const folderOf = (organizationId: string): string => (prefix === "" ? organizationId : `${prefix}/${organizationId}`);
  const keyOf = (organizationId: string, hash: Buffer): string => {
    const name = hash.toString("hex");
    return `${folderOf(organizationId)}/${name.slice(0, 2)}/${name}`;
  };
  async function listed(prefix: string, more: Readonly<Record<string, string>>): Promise<Listing> {
    const answer = await client.ask({ method: "GET", key: "", query: { "list-type": "2", prefix, ...more } });
    return readListing(answer === undefined ? "" : await text(answer));
  }
  // Asked as a list: where a key may not list, HEAD answers the same for what is not there and for what may not be seen, and says no reason.
  const isThere = async (key: string): Promise<boolean> => (await listed(key, { "max-keys": "1" })).objects.length > 0;

  return {
    slow: true,

    async keep(organizationId, file) {
      const key = keyOf(organizationId, file.hash);
      if (!(await isThere(key))) (await client.ask({ method: "PUT", key, body: file }))?.resume();
    },

    open: (organizationId, hash) => client.ask({ method: "GET", key: keyOf(organizationId, hash) }),

    async remove(organizationId, hash) {
      (await client.ask({ method: "DELETE", key: keyOf(organizationId, hash) }))?.resume();
    },

    async *list(organizationId): AsyncGenerator<Kept> {
      let next: string | undefined;
      do {
        const page = await listed(`${folderOf(organizationId)}/`, next === undefined ? {} : { "continuation-token": next });
        for (const { key, at } of page.objects) {
          const name = /\/([0-9a-f]{64})$/.exec(key)?.[1];
          if (name !== undefined) yield { hash: Buffer.from(name, "hex"), at };
        }
        next = page.next;
      } while (next !== undefined);
    },
  };
}
