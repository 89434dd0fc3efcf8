// What a reader answered, made fit for the wire: clean texts, whole numbers, no empty fields, not too many rows. The same facts always
// give the same bytes, because an unchanged section is known by its hash.
import { type InventoryBody, MAX_INVENTORY_ROWS, type SectionName } from "@vigia/protocol";
import type { SectionOf } from "./reader.ts";
import { clean } from "./text.ts";

/** Most items of a list inside a row, e.g. an interface's addresses. */
const MAX_INNER = 64;

/**
 * The section's body, tidied. What is above the limits is counted in leftOut: rows of the section's lists above MAX_INVENTORY_ROWS or
 * above `mostRows`, items inside a row above 64.
 */
export function tidy<Name extends SectionName>(name: Name, section: SectionOf<Name>, mostRows = MAX_INVENTORY_ROWS): InventoryBody {
  let leftOut = 0;
  const list = (items: readonly unknown[], most: number): unknown[] => {
    leftOut += Math.max(0, items.length - most);
    return items.slice(0, most).flatMap((item) => {
      const tidied = value(item, MAX_INNER);
      return tidied === undefined ? [] : [tidied];
    });
  };
  const value = (found: unknown, most: number): unknown => {
    if (typeof found === "string") return clean(found) || undefined;
    if (typeof found === "number") return Number.isSafeInteger(found) && found >= 0 ? found : undefined;
    if (typeof found === "boolean") return found;
    if (Array.isArray(found)) return list(found, most);
    if (typeof found === "object" && found !== null) return fields(found, most);
    return undefined;
  };
  const fields = (found: object, most: number): object =>
    Object.fromEntries(
      Object.entries(found).flatMap(([key, raw]) => {
        const tidied = value(raw, most);
        return tidied === undefined ? [] : [[key, tidied]];
      }),
    );
  const tidied = fields(section, Math.min(mostRows, MAX_INVENTORY_ROWS));
  return { section: name, [name]: tidied, ...(leftOut > 0 ? { leftOut } : {}) } as unknown as InventoryBody;
}

/** Rows of the section's longest list. */
export function longestList(section: object): number {
  return Math.max(0, ...Object.values(section).map((value) => (Array.isArray(value) ? value.length : 0)));
}
