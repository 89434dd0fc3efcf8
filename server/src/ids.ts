// Row ids: UUIDv7 made by the application, so that they sort by time and are known before the insert.
import { parse, stringify, v5, v7, validate } from "uuid";

/** A new UUIDv7 in text form. */
export const newId = (): string => v7();

/** The one id that what is said under `id` has where it is said again, in `place` (also an id): always the same. */
export const repeatedId = (id: string, place: string): string => v5(place, id);

/** The 16 bytes of an id, as the wire carries it. Throws TypeError on text that is no UUID. */
export const idToBytes = (id: string): Uint8Array => parse(id);

/** The text of 16 bytes from the wire, or undefined when they are no UUID. */
export function idFromBytes(bytes: Uint8Array | null | undefined): string | undefined {
  if (bytes?.length !== 16) return undefined;
  try {
    return stringify(bytes);
  } catch {
    // 16 bytes without a UUID's version bits.
    return undefined;
  }
}

/** An opaque token of an organization, 64 characters: its id first, which only says where to look, then 32 secret random bytes. */
export const tokenFor = (organizationId: string, secret: Uint8Array): string =>
  Buffer.concat([idToBytes(organizationId), secret]).toString("base64url");

/** The organization that such a token names; undefined for any other text. It proves nothing. */
export function organizationOfToken(token: string): string | undefined {
  if (!/^[\w-]{64}$/.test(token)) return undefined;
  const id = idFromBytes(Buffer.from(token, "base64url").subarray(0, 16));
  return id !== undefined && validate(id) ? id : undefined;
}
