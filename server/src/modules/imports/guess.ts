// What a file's columns seem to be, by their headings, and how its dates are written. A person decides.
import type { CustomField } from "./known.ts";
import { type DateOrder, TARGETS } from "./schemas.ts";
import { HEADINGS, plain, SYNONYMS } from "./words.ts";

/** For each heading its target, each target once; "" for what is not understood. */
export function guessMapping(columns: readonly string[], fields: Iterable<CustomField>): string[] {
  const known = new Map<string, string>();
  const learn = (words: readonly string[], target: string) => {
    for (const word of words) if (!known.has(plain(word))) known.set(plain(word), target);
  };
  for (const target of TARGETS) learn([target, ...Object.values(HEADINGS[target])], target);
  for (const field of fields) learn([field.label], `field:${field.id}`);
  for (const target of TARGETS) learn(SYNONYMS[target], target);
  const used = new Set([""]);
  return columns.map((heading) => {
    const target = known.get(plain(heading)) ?? "";
    if (used.has(target)) return "";
    used.add(target);
    return target;
  });
}

/** Day or month first, as the texts tell; `preset` when they do not. */
export function guessDateOrder(texts: Iterable<string>, preset: DateOrder): DateOrder {
  for (const text of texts) {
    const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(text.trim()) ?? [];
    if (Number(first) > 12) return "dmy";
    if (Number(second) > 12) return "mdy";
  }
  return preset;
}
