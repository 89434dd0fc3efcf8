// Time zones that people name.
import { AppError } from "../errors.ts";

/** Throws INVALID_INPUT for a name that is no IANA time zone. */
export function refuseUnknownTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch (cause) {
    throw new AppError("INVALID_INPUT", "this is no time zone", { cause, details: { fields: [{ field: "timeZone", problem: "format" }] } });
  }
}
