// What a value of each type must look like; pure. Values are text in one form: dates YYYY-MM-DD, money with a point, yes and no as true and false.
import type { CustomField, FieldType } from "./schemas.ts";

interface Rule {
  readonly fits: (text: string, options: readonly string[]) => boolean;
  /** Follows the field's label in a sentence. */
  readonly says: string;
}

const RULES: Readonly<Record<FieldType, Rule>> = {
  text: { fits: (text) => text.length <= 255 && !/[\r\n]/.test(text), says: "is one line of at most 255 characters" },
  text_area: { fits: (text) => text.length <= 10_000, says: "has at most 10000 characters" },
  currency: { fits: (text) => /^-?\d{1,13}(\.\d{1,2})?$/.test(text), says: "is an amount such as 1234.50" },
  phone: { fits: (text) => /^\+?[\d ()./-]{3,30}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, "")), says: "is a telephone number" },
  email: { fits: (text) => text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text), says: "is an e-mail address" },
  link: { fits: isLink, says: "is an address that begins with http:// or https://" },
  date: { fits: isDay, says: "is a date as YYYY-MM-DD" },
  single_select: { fits: (text, options) => options.includes(text), says: "is one of its options" },
  checkbox: { fits: (text) => text === "true" || text === "false", says: "is true or false" },
};

/** What is wrong with the value, as a sentence with the field's label; undefined when it fits. */
export function problemOf({ label, type, options }: Pick<CustomField, "label" | "type" | "options">, text: string): string | undefined {
  const { fits, says } = RULES[type];
  return fits(text, options) ? undefined : `"${label}" ${says}`;
}

function isLink(text: string): boolean {
  return text.length <= 2000 && URL.canParse(text) && /^https?:\/\/[^\s/]/i.test(text) && !/\s/.test(text);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
