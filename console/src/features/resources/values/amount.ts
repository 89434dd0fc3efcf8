// Money as people type it and as it is kept: digits with a point. Pure.
import type { Language } from "../../../ui/format.ts";

/** "1.234,50" of a Portuguese and "1,234.50" of an English reader as "1234.50"; what is no amount stays as it was typed. */
export function amountOf(typed: string, language: Language): string {
  const [point, group] = language === "pt-BR" ? [",", "."] : [".", ","];
  const text = typed.trim().replace(/[\s\u00a0]/g, "");
  const written = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${point}\\d{1,2})?$`);
  return written.test(text) ? text.replaceAll(group, "").replace(point, ".") : typed.trim();
}

/** An amount that is kept, as it is typed: without groups, with the reader's own point. */
export const typedAmount = (kept: string, language: Language): string =>
  /^-?\d+(\.\d+)?$/.test(kept) && language === "pt-BR" ? kept.replace(".", ",") : kept;
