// How a person reads what an agent said: what the server keeps of it, and what the console makes visible.
import { cutText } from "../../../console/src/ui/visible-text.ts";

/** Control, direction and zero-width characters: names are kept without them. */
const UNSEEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text in the console, with its mark of having been cut. */
export function shown(text: string): string {
  const { shown: visible, cut } = cutText(text);
  return cut ? `${visible}…` : visible;
}

/** The same of a text that the server keeps without what cannot be seen, at most so many characters. */
export const kept = (text: string, most: number): string => shown([...text.replace(UNSEEN, "")].slice(0, most).join("").trim());

/** The name a machine gets that calls itself so. */
export const machineName = (hostname: string): string => kept(hostname, 255);

/** What fits into a field: the rest is set aside whole and counted. */
export const fitsState = (text: string): boolean => text.length <= 1_024 && !text.includes("\0");
export const fitsName = (text: string): boolean => text.length <= 255 && !text.includes("\0");
export const fitsCollector = (text: string): boolean => text.length <= 64 && !text.includes("\0");
