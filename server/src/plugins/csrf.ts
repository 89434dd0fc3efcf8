// Writes must come from this server's own pages: a foreign Origin is refused, and a session's write carries its token.
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";
import { isTrustedOrigin, sameText } from "../http/origin.ts";

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** `origins`: exact values of the Origin header under which people reach this server. */
export function csrf(app: App, options: { origins: readonly string[] }): void {
  app.addHook("onRequest", async (request) => {
    if (SAFE.has(request.method) || request.routeOptions.config.anyOrigin === true) return;
    const { origin } = request.headers;
    if (origin !== undefined && !isTrustedOrigin(origin, options.origins))
      throw new AppError("BAD_ORIGIN", "this origin may not write here");
    if (request.headers["sec-fetch-site"] === "cross-site") throw new AppError("BAD_ORIGIN", "another site may not write here");
    // Set-up and sign-in make the session: there is no token yet, and the Origin check stands alone.
    if (request.csrfToken === null || request.routeOptions.config.permission === "public") return;
    const given = request.headers["x-csrf-token"];
    if (typeof given !== "string" || !sameText(given, request.csrfToken))
      throw new AppError("BAD_CSRF_TOKEN", "the csrf token is missing or stale");
  });
}
