// Cells as people write them, to the one form in which values are kept. Pure.
import type { CustomField } from "./known.ts";
import type { DateOrder } from "./schemas.ts";

/** YYYY-MM-DD out of that, DD/MM/YYYY or MM/DD/YYYY (also with points or dashes); undefined for anything else and for days that are none. */
export function dayOf(text: string, order: DateOrder): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(text) ?? [];
  if (year !== undefined) return realDay(year, month, day);
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return order === "dmy" ? realDay(last, second, first) : realDay(last, first, second);
}

function realDay(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}

/** Each tag once, between commas or semicolons. */
export const tagsOf = (text: string): string[] => [
  ...new Map(
    text
      .split(/[,;]/)
      .map((tag) => tag.trim().slice(0, 50))
      .filter((tag) => tag !== "")
      .map((tag) => [tag.toLowerCase(), tag]),
  ).values(),
];

const YES = new Set(["true", "yes", "y", "sim", "s", "1", "x", "verdadeiro"]);
const NO = new Set(["false", "no", "n", "não", "nao", "0", "falso"]);

/** A custom field's value in its one form; what is not understood stays as it is, and the field's rule refuses it. */
export function fieldValueOf({ type, options }: CustomField, text: string, order: DateOrder): string {
  const word = text.toLowerCase();
  switch (type) {
    case "date":
      return dayOf(text, order) ?? text;
    case "checkbox":
      return YES.has(word) ? "true" : NO.has(word) ? "false" : text;
    case "currency":
      return amountOf(text);
    case "single_select":
      return options.find((option) => option.toLowerCase() === word) ?? text;
    default:
      return text;
  }
}

/** 1.234,50 and 1,234.50 and R$ 1234,5 as 1234.50: the last of both signs divides the cents. */
function amountOf(text: string): string {
  const bare = text.replace(/^(R\$|US\$|\$|€)\s*/, "").replace(/\s/g, "");
  if (/^-?\d{1,3}(\.\d{3})*,\d{1,2}$/.test(bare) || /^-?\d+,\d{1,2}$/.test(bare)) return bare.replaceAll(".", "").replace(",", ".");
  return /^-?\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(bare) ? bare.replaceAll(",", "") : bare;
}
