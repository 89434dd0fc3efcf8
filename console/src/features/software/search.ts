// What the software report's address says. Anything unknown in it is dropped.
import type { Holding } from "../../api/inventory.ts";

const SORTS = ["name", "-name", "installs", "-installs"] as const;
export type SoftwareSort = (typeof SORTS)[number];
export const DEFAULT_SORT = "-installs";

export interface SoftwareSearch {
  readonly q?: string;
  readonly sort?: SoftwareSort;
  /** The program whose machines are shown beside the list. */
  readonly program?: string;
  readonly holding?: Holding;
}

const ID = /^[0-9a-f-]{36}$/i;
const isSort = (value: unknown): value is SoftwareSort => (SORTS as readonly unknown[]).includes(value);

export function readSoftwareSearch(search: Record<string, unknown>): SoftwareSearch {
  const { q, sort, program, holding } = search as { [key in keyof SoftwareSearch]?: unknown };
  return {
    ...((typeof q === "string" && q.trim() !== "") || typeof q === "number" ? { q: String(q).slice(0, 200) } : {}),
    ...(isSort(sort) && sort !== DEFAULT_SORT ? { sort } : {}),
    ...(typeof program === "string" && ID.test(program) ? { program } : {}),
    ...(holding === "any" || holding === "none" ? { holding } : {}),
  };
}

/** The sort after a click on a column: numbers begin with the most, names with A. */
export function nextSoftwareSort(current: SoftwareSort, key: "name" | "installs"): SoftwareSort {
  if (key === "name") return current === "name" ? "-name" : "name";
  return current === "-installs" ? "installs" : "-installs";
}
