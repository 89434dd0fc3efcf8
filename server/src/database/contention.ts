// Whether work failed only because too much happened at once: nothing was done, and the same again may succeed.

/** Deadlock, serialization failure, lock not available. */
const SQLSTATES = new Set(["40P01", "40001", "55P03"]);

interface Clues {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}

/** Looks for PostgreSQL's code in an error, its causes and what Prisma hides in `meta`, or for Prisma's own word that no connection was free. */
export function isContention(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, originalCode, message, cause, meta } = error as Clues;
  if ([code, originalCode].some((one) => typeof one === "string" && SQLSTATES.has(one))) return true;
  // P2034: Prisma saw the deadlock itself. P2028 stands for several things: only a transaction that never began is harmless.
  if (code === "P2034" || (code === "P2028" && /unable to start a transaction/i.test(String(message)))) return true;
  return isContention(cause, depth + 1) || isContention(meta?.driverAdapterError, depth + 1);
}
