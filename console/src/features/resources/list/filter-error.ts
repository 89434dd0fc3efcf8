import { ApiError } from "../../../api/errors.ts";

const REASONS = [
  "too_long",
  "too_many_terms",
  "too_deep",
  "not_opened",
  "not_closed",
  "nothing_to_look_for",
  "no_field_before",
  "unknown_field",
  "unknown_custom_field",
  "value_missing",
  "no_order",
  "software_lacks",
  "not_a_flag",
  "not_a_number",
  "not_a_date",
  "not_a_version",
  "not_a_choice",
  "unknown_has_no_order",
  "quotes_open",
  "means_nothing",
] as const;
/** Whether there are words for it here. */
export const isReason = (reason: string): reason is (typeof REASONS)[number] => (REASONS as readonly string[]).includes(reason);

/** What the server said of a filter it did not understand. */
export interface FilterRefusal {
  /** From 0. */
  readonly position: number;
  /** What is wrong, as the server names it, and what it names beside. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The server's own words, English. */
  readonly message: string;
}

/** The refusal of a filter; undefined for any other failure. */
export function filterRefusalOf(error: unknown): FilterRefusal | undefined {
  if (!(error instanceof ApiError) || error.code !== "INVALID_INPUT") return undefined;
  const { position, reason, params } = error.details;
  if (typeof position !== "number") return undefined;
  return { position, reason: String(reason), params: (params ?? {}) as FilterRefusal["params"], message: error.message };
}
