// Row ids: UUIDv7 made by the application, so that they sort by time and are known before the insert.
import { parse, stringify, v7 } from "uuid";

/** A new UUIDv7 in text form. */
export const newId = (): string => v7();

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
