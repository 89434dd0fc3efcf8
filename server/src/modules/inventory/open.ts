// A section as it arrived, opened: inflated within bounds, proven to be what its hash says, decoded, cleaned.
import { createHash, timingSafeEqual } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { InventoryBody, type InventorySection, MAX_INVENTORY_BYTES, type SectionName } from "@vigia/protocol";
import { clean } from "./sections/clean.ts";
import { type Bodies, isSection } from "./sections/index.ts";

export interface OpenedSection {
  readonly name: SectionName;
  /** SHA-256, 32 bytes. */
  readonly digest: Buffer;
  readonly body: Bodies[SectionName];
  readonly leftOut: number;
}

/** Why a section cannot be believed, for people. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** Opens a section's deflated body. Throws Malformed with the reason; nothing an agent can send makes it throw anything else. */
export function openSection({ name, hash, deflated }: InventorySection): OpenedSection {
  if (!isSection(name ?? "")) throw new Malformed("a section that this server does not know");
  const bytes = inflate(deflated ?? new Uint8Array());
  const digest = createHash("sha256").update(bytes).digest();
  if (hash?.length !== digest.length || !timingSafeEqual(digest, hash)) throw new Malformed(`${name}: the hash does not fit`);
  const body = decode(name as SectionName, bytes);
  if (body.section !== name) throw new Malformed(`${name}: the body is of another section`);
  const { body: cleaned, leftOut } = clean(name as SectionName, body[name as SectionName]);
  return { name: name as SectionName, digest, body: cleaned, leftOut: leftOut + Math.min(body.leftOut ?? 0, 1_000_000) };
}

function inflate(deflated: Uint8Array): Buffer {
  try {
    return inflateRawSync(deflated, { maxOutputLength: MAX_INVENTORY_BYTES });
  } catch (cause) {
    throw new Malformed(`damaged, or more than ${MAX_INVENTORY_BYTES} bytes when inflated`, { cause });
  }
}

function decode(name: SectionName, bytes: Uint8Array): InventoryBody {
  try {
    return InventoryBody.decode(bytes);
  } catch (cause) {
    throw new Malformed(`${name}: not readable, or more fields than a section may hold`, { cause });
  }
}

/** What InventoryTaken's digest must be when the server has everything: SHA-256 over name, a zero byte and hash of every section, in order of names. */
export function digestOf(sections: readonly { readonly section: string; readonly digest: Uint8Array }[]): Buffer {
  const hash = createHash("sha256");
  for (const { section, digest } of [...sections].sort((a, b) => (a.section < b.section ? -1 : 1)))
    hash.update(section).update("\0").update(digest);
  return hash.digest();
}
