// What the server has of this machine's inventory, as one number.
import { createHash } from "node:crypto";
import type { SectionName } from "@vigia/protocol";

/** Hash in lower-case hexadecimal by section. */
export type Hashes = { readonly [Name in SectionName]?: string };

/** SHA-256 over name, a zero byte and hash of every section, in order of names; 32 bytes. */
export function digestOf(hashes: Hashes): Buffer {
  const whole = createHash("sha256");
  for (const [name, hash] of Object.entries(hashes).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    whole.update(name).update("\0").update(Buffer.from(hash, "hex"));
  return whole.digest();
}
