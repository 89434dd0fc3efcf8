import type { Language } from "./format.ts";

/** The languages of the console, each by its own name. */
export const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["en", "English"],
  ["pt-BR", "Português (Brasil)"],
];
