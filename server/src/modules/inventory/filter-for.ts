// A filter's text to the condition that the list of resources takes, with a person's mistakes said as one.
import type { Clock } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { FilterFor } from "../resources/index.ts";
import { compileFilter, FilterError, parseFilter } from "./filter/index.ts";

/** Builds it. It throws INVALID_INPUT with the position and what to write instead. */
export function createFilterFor(clock: Clock): FilterFor {
  return (text, shownPresence) => {
    try {
      const filter = parseFilter(text);
      return filter === undefined ? Prisma.sql`true` : compileFilter(filter, { shownPresence, now: clock.now() });
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      throw new AppError("INVALID_INPUT", error.message, {
        details: { fields: [{ field: "filter", problem: "invalid" }], position: error.position },
        cause: error,
      });
    }
  };
}
