// What a reader answered, made fit for the wire: clean texts, whole numbers, no empty fields, not too many rows. The same facts always
// give the same bytes, because an unchanged section is known by its hash.
import { type InventoryBody, MAX_INVENTORY_ROWS, type SectionName } from "@vigia/protocol";
import type { SectionOf } from "./reader.ts";
import { clean } from "./text.ts";

/** The section's body, tidied. Rows above MAX_INVENTORY_ROWS, or above `mostRows` when that is less, are counted in leftOut. */
export function tidy<Name extends SectionName>(name: Name, section: SectionOf<Name>, mostRows = MAX_INVENTORY_ROWS): InventoryBody {
  const most = Math.min(mostRows, MAX_INVENTORY_ROWS);
  let leftOut = 0;
  const rows = (list: readonly unknown[]): unknown[] => {
    leftOut += Math.max(0, list.length - most);
    return list
      .slice(0, most)
      .map(value)
      .filter((item) => item !== undefined);
  };
  const value = (found: unknown): unknown => {
    if (typeof found === "string") return clean(found) || undefined;
    if (typeof found === "number") return Number.isSafeInteger(found) && found >= 0 ? found : undefined;
    if (typeof found === "boolean") return found;
    if (Array.isArray(found)) return rows(found);
    if (typeof found === "object" && found !== null) return fields(found);
    return undefined;
  };
  const fields = (found: object): object =>
    Object.fromEntries(
      Object.entries(found).flatMap(([key, raw]) => {
        const tidied = value(raw);
        return tidied === undefined ? [] : [[key, tidied]];
      }),
    );
  const tidied = fields(section);
  return { section: name, [name]: tidied, ...(leftOut > 0 ? { leftOut } : {}) } as unknown as InventoryBody;
}

/** Rows of the section's longest list. */
export function longestList(section: object): number {
  return Math.max(0, ...Object.values(section).map((value) => (Array.isArray(value) ? value.length : 0)));
}
