// Versions in an order that a database can compare as plain text.

const MOST_PARTS = 8;
const DIGITS = 12;

/**
 * The numbers of a version one after the other, each with leading zeros: "115.0.2esr" lies behind "115" and before "116". An epoch
 * ("1:2.3") is left out, so that a person's "2.3" finds it. "" for a version without numbers, which has no place in the order.
 */
export function versionOrder(version: string): string {
  const parts = version.replace(/^\d+:/, "").match(/\d+/g)?.slice(0, MOST_PARTS) ?? [];
  const numbers = parts.map((part) =>
    part
      .replace(/^0+(?=\d)/, "")
      .slice(0, DIGITS)
      .padStart(DIGITS, "0"),
  );
  if (numbers.length === 0) return "";
  while (numbers.length > 1 && /^0+$/.test(numbers.at(-1) ?? "")) numbers.pop();
  return numbers.join(".");
}
