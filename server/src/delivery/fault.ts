// Whose fault a failed transaction is: a record's, which can be told apart and quarantined, or the database's, which is retried.

/** Somebody else moved the cursor between reading and writing: nobody's fault, plan again. */
export class CursorMoved extends Error {
  override readonly name = "CursorMoved";
}

/** SQLSTATE classes and codes that a value causes: data exception, integrity violation, program limit, raised by a rule in the database. */
const RECORDS_FAULT = /^(22...|23...|54000|P0001)$/;
const SQLSTATE = /^([0-9A-Z]{2}[0-9A-Z]{3})$/;
const PRISMA_CODE = /^P[1-9]\d{3}$/;
const PRISMA_RECORDS_FAULT = new Set(["P2000", "P2002", "P2003", "P2004", "P2005", "P2006", "P2007", "P2011", "P2012", "P2020", "P2023"]);
const CONNECTION = /connection|terminated|timed? ?out|socket|pool|not queryable|closed/i;

interface Clues {
  sqlstate?: string;
  prisma?: string;
  database: boolean;
  messages: string[];
}

/**
 * Whether the work failed because of what a record says. Anything that looks like the database (lost connection, shutdown, conflict,
 * missing table or right) is not: those records are good and must not be quarantined.
 */
export function isRecordsFault(error: unknown): boolean {
  if (error instanceof CursorMoved) return false;
  const clues: Clues = { database: false, messages: [] };
  gather(error, clues, 0);
  if (clues.sqlstate !== undefined)
    return RECORDS_FAULT.test(clues.sqlstate) && !clues.messages.some((text) => text.includes("no partition"));
  if (clues.prisma !== undefined) return PRISMA_RECORDS_FAULT.has(clues.prisma);
  return !clues.database && !clues.messages.some((text) => CONNECTION.test(text));
}

/** One sentence about an error for the quarantine: no stack, no SQL, at most 500 characters. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").trim().slice(0, 500);

/** Walks causes and what Prisma hides in `meta`; the innermost code wins. */
function gather(error: unknown, clues: Clues, depth: number): void {
  if (typeof error !== "object" || error === null || depth > 5) return;
  const { code, originalCode, message, meta, cause, name, syscall, kind } = error as { [key: string]: unknown };
  for (const value of [code, originalCode]) {
    if (typeof value !== "string") continue;
    if (PRISMA_CODE.test(value)) clues.prisma = value;
    else if (SQLSTATE.test(value)) clues.sqlstate = value;
  }
  if (typeof message === "string") clues.messages.push(message);
  if (typeof syscall === "string" || typeof kind === "string" || /^(PrismaClient|DriverAdapter)/.test(String(name))) clues.database = true;
  gather(cause, clues, depth + 1);
  if (typeof meta === "object" && meta !== null) gather((meta as { driverAdapterError?: unknown }).driverAdapterError, clues, depth + 1);
}
