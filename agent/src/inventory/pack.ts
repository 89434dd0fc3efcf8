// A section's body to what travels: encoded, hashed, deflated, and small enough for every limit of the wire.
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { InventoryBody, MAX_INVENTORY_BYTES, MAX_INVENTORY_ELEMENTS, MAX_INVENTORY_ROWS, type SectionName } from "@vigia/protocol";
import type { SectionOf } from "./reader.ts";
import { longestList, tidy } from "./tidy.ts";

/** Most bytes of a deflated section: below the wire's limit for one field, so that it fits a record. */
export const MAX_DEFLATED_BYTES = 60 * 1_024;
/** What is dropped at least when a section is too large, so that it fits after a few turns. */
const SHRINK = 0.9;

/** One section ready to be sent. */
export interface PackedSection {
  readonly name: SectionName;
  /** SHA-256 of the encoded body, 32 bytes. */
  readonly hash: Uint8Array;
  /** The encoded body, raw deflate. */
  readonly deflated: Uint8Array;
}

/** Packs a section. Rows are left out from the end, and counted, until it fits. Throws WireError when a field has a wrong type. */
export function pack<Name extends SectionName>(name: Name, section: SectionOf<Name>): PackedSection & { readonly body: InventoryBody } {
  for (let rows = Math.min(longestList(section), MAX_INVENTORY_ROWS); ; ) {
    const body = tidy(name, section, rows);
    const encoded = InventoryBody.encode(body);
    const deflated = deflateRawSync(encoded, { level: 9 });
    const excess = Math.max(deflated.length / MAX_DEFLATED_BYTES, encoded.length / MAX_INVENTORY_BYTES, tooManyFields(encoded) ? 2 : 0);
    if (excess <= 1) return { name, hash: createHash("sha256").update(encoded).digest(), deflated, body };
    if (rows === 0) throw new Error("The section is too large even without rows.");
    rows = Math.floor((rows * SHRINK) / excess);
  }
}

function tooManyFields(encoded: Uint8Array): boolean {
  // No field takes less than two bytes.
  if (encoded.length <= 2 * MAX_INVENTORY_ELEMENTS) return false;
  try {
    InventoryBody.decode(encoded);
    return false;
  } catch (error) {
    if (error instanceof Error && error.name === "WireError") return true;
    throw error;
  }
}
