// Cross-site defence that every cookie-bearing entrance shares: REST writes (plugins/csrf.ts) and the live feed's upgrade.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Whether a browser's Origin header names this server. A missing or opaque ("null") origin is not trusted. */
export const isTrustedOrigin = (origin: string | undefined, origins: readonly string[]): boolean =>
  origin !== undefined && origins.includes(origin);

/**
 * Makes a session's CSRF token: derived from its id under the server's own key, so that a page of another site cannot make it. It stays
 * the same when the session's cookie is replaced, so that pages which are open go on.
 */
export const csrfTokens =
  (key: Uint8Array) =>
  (sessionId: string): string =>
    createHmac("sha256", key).update(sessionId).digest("base64url");

/** Compares two texts in a time that does not depend on where they differ. */
export function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
