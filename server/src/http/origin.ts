// Cross-site defence that every cookie-bearing entrance shares: REST writes (plugins/csrf.ts) and the live feed's upgrade.
import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a browser's Origin header names this server. A missing or opaque ("null") origin is not trusted. */
export const isTrustedOrigin = (origin: string | undefined, origins: readonly string[]): boolean =>
  origin !== undefined && origins.includes(origin);

/** The CSRF token of a session: derived from its secret, so that a page of another site, which cannot read it, cannot make it. */
export const csrfTokenOf = (sessionToken: string): string => createHash("sha256").update(`vigia csrf\0${sessionToken}`).digest("base64url");

/** Compares two texts in a time that does not depend on where they differ. */
export function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
