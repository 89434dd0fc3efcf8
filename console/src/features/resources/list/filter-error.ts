import { ApiError } from "../../../api/errors.ts";

/** What the server said of a filter it did not understand. */
export interface FilterRefusal {
  /** From 0. */
  readonly position: number;
  /** The server's own words, English. */
  readonly message: string;
}

/** The refusal of a filter; undefined for any other failure. */
export function filterRefusalOf(error: unknown): FilterRefusal | undefined {
  if (!(error instanceof ApiError) || error.code !== "INVALID_INPUT") return undefined;
  const { position } = error.details;
  return typeof position === "number" ? { position, message: error.message } : undefined;
}
