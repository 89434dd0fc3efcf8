// Passwords at rest and how they are judged. Hashing is slow and large on purpose (19 MiB each), so only a few run at once:
// a server has one judge for all its modules, or each of them would have its own share.
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../../errors.ts";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

/** argon2id; memory in KiB. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Together 57 MiB, however many ask. */
const AT_ONCE = 3;
const MAX_WAITING = 200;
/** What whoever is turned away is told to wait, seconds: the line is worked off by then. */
const RETRY_AFTER_SECONDS = 5;
export const MIN_PASSWORD_LENGTH = 12;

export interface Passwords {
  /** The text to store. Throws UNAVAILABLE when too many wait. */
  hash(password: string): Promise<string>;
  /** Whether the password fits. Without a stored hash it takes as long as with one and answers false. */
  matches(stored: string | undefined, password: string): Promise<boolean>;
}

/** Builds the judge; the first unknown account pays for the hash that unknown accounts are compared with. */
export function createPasswords(): Passwords {
  const inTurn = limited(AT_ONCE, MAX_WAITING);
  let nobody: Promise<string> | undefined;
  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    async matches(stored, password) {
      nobody ??= hash("nobody has this password", COST);
      const against = stored ?? (await nobody);
      const fits = await inTurn(() => verify(against, password));
      return stored !== undefined && fits;
    },
  };
}

/** Throws INVALID_INPUT when a password is too short, well known, or made of what everybody knows about the account. */
export function refuseWeakPassword(password: string, known: readonly string[]): void {
  const plain = password.toLowerCase();
  const squeezed = plain.replace(/[^\p{L}\p{N}]/gu, "");
  const problem =
    [...password].length < MIN_PASSWORD_LENGTH
      ? "minLength"
      : COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(squeezed) || new Set(plain).size < 4
        ? "common"
        : known.some((word) => isMostly(squeezed, word))
          ? "personal"
          : undefined;
  if (problem === undefined) return;
  throw new AppError("INVALID_INPUT", "choose another password", {
    details: { fields: [{ field: "password", problem }], minLength: MIN_PASSWORD_LENGTH },
  });
}

/** Whether less than 6 characters remain of the password once the known word is taken out. */
function isMostly(password: string, word: string): boolean {
  const known = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return known.length >= 4 && password.includes(known) && password.replaceAll(known, "").length < 6;
}

const tooMany = (): AppError =>
  new AppError("UNAVAILABLE", "too many sign-ins at this moment", { details: { retryAfterSeconds: RETRY_AFTER_SECONDS } });

/** Runs at most `atOnce` works; the others wait in line, at most `maxWaiting` of them. */
function limited(atOnce: number, maxWaiting: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) throw tooMany();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is given up.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
