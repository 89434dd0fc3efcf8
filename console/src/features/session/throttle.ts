import { ApiError } from "../../api/errors.ts";

const WITHOUT_A_WORD = 30;

/** How many seconds the server asks to wait after a refusal; 0 when it does not. */
export function waitSeconds(error: unknown): number {
  if (!(error instanceof ApiError) || error.code !== "TOO_MANY_ATTEMPTS") return 0;
  const wait = error.details["retryAfterSeconds"];
  return typeof wait === "number" && wait > 0 ? wait : WITHOUT_A_WORD;
}
