// What a rider of each modality must say, and what it may: values, limits and items. Money is text with two decimals and never a float.
import { AppError } from "../../errors.ts";
import type { Modality } from "../clients/index.ts";
import type { RiderItem, RiderLimits, RiderTerms } from "./schemas.ts";

/** Limits by modality; true for those that must be there. */
const LIMITS: Readonly<Record<Modality, Partial<Record<keyof RiderLimits, boolean>>>> = {
  per_ticket: { tickets: true, excessPrice: true },
  free: {},
  saas: {},
  credit: { credit: true },
  shared: { credit: true },
  hours: { hours: true, excessPrice: true },
  cumulative_hours: { hours: true, excessPrice: true, carryMostHours: false, carryCycles: false },
};

/** What is stored of a rider's terms. */
export interface StoredTerms {
  readonly value: string;
  readonly currency: string;
  readonly limits: RiderLimits;
  readonly items: readonly RiderItem[];
}

const refuse = (field: string, problem: string, message: string): AppError =>
  new AppError("INVALID_INPUT", message, { details: { fields: [{ field, problem }] } });

/** Cents of a sum of money such as "12", "12.5" or "12.50". */
export function centsOf(money: string): bigint {
  const [whole = "0", cents = ""] = money.split(".");
  return BigInt(whole) * 100n + BigInt(cents.padEnd(2, "0"));
}

/** A sum as text, always with two decimals. */
export const moneyOf = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;

/** The largest sum that is kept, in cents: twelve digits before the point. */
const MOST_CENTS = 10n ** 14n - 1n;

/** The terms in the form they are stored in. Throws INVALID_INPUT for what the modality needs and lacks, or does not know. */
export function storedTerms(modality: Modality, { value, currency, limits = {}, items = [] }: RiderTerms): StoredTerms {
  const known = LIMITS[modality];
  for (const name of Object.keys(limits))
    if (!Object.hasOwn(known, name)) throw refuse(`limits.${name}`, "unknown", `a contract of modality ${modality} has no limit "${name}"`);
  for (const [name, required] of Object.entries(known))
    if (required && !Object.hasOwn(limits, name)) throw refuse(`limits.${name}`, "required", `modality ${modality} needs "${name}"`);
  const { excessPrice, credit } = limits;
  return {
    value: monthlyValue(modality, value, items),
    currency,
    limits: {
      ...limits,
      ...(excessPrice !== undefined && { excessPrice: moneyOf(centsOf(excessPrice)) }),
      ...(credit !== undefined && { credit: moneyOf(centsOf(credit)) }),
    },
    items: items.map((item) => ({ ...item, value: moneyOf(centsOf(item.value)) })),
  };
}

/** What is due every month: of products the sum of their items, of anything else the value that was said. */
function monthlyValue(modality: Modality, value: string | undefined, items: readonly RiderItem[]): string {
  if (modality !== "saas") {
    if (items.length > 0) throw refuse("items", "unknown", `a contract of modality ${modality} has no items`);
    if (value === undefined) throw refuse("value", "required", "say what is due every month");
    return moneyOf(centsOf(value));
  }
  if (items.length === 0) throw refuse("items", "required", "a contract of products needs at least one");
  const sum = items.reduce((total, item) => total + centsOf(item.value) * BigInt(item.quantity), 0n);
  if (sum > MOST_CENTS) throw refuse("items", "maximum", "the sum of the items is too large");
  if (value !== undefined && centsOf(value) !== sum) throw refuse("value", "sum", `the items make ${moneyOf(sum)}`);
  return moneyOf(sum);
}
