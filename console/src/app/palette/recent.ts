// What was opened from the palette lately, newest first, on this device only.
import type { SearchItem } from "../../api/types.ts";

const KEY = "vigia.recent";
const KEPT = 6;

const isItem = (value: unknown): value is SearchItem =>
  typeof value === "object" &&
  value !== null &&
  ["kind", "id", "title", "subtitle"].every((key) => typeof (value as Record<string, unknown>)[key] === "string");

/** The remembered items; storage that somebody else wrote counts as empty. */
export function parseRecent(stored: string | null): SearchItem[] {
  if (stored === null) return [];
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value) ? value.filter(isItem).slice(0, KEPT) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

export const readRecent = (): SearchItem[] => parseRecent(localStorage.getItem(KEY));

export function remember(item: SearchItem): void {
  const rest = readRecent().filter((each) => each.id !== item.id);
  localStorage.setItem(KEY, JSON.stringify([{ ...item, presence: null }, ...rest].slice(0, KEPT)));
}
