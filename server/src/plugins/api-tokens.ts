// Programs come with `Authorization: Bearer rmm_…` instead of a cookie: they have no session, no CSRF token, and fewer rights.
import type { FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";
import type { Principal } from "../http/principal.ts";
import { isClosedToTokens } from "../http/token-rules.ts";

/** Who a token speaks for, with its rights at this moment. Throws UNAUTHENTICATED, FORBIDDEN (wrong network) or TOO_MANY_ATTEMPTS. */
export type AuthenticateToken = (token: string, address: string) => Promise<Principal>;

/** The bearer token of a request; undefined when it carries none. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const match = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(request.headers.authorization ?? "");
  return match?.[1];
}

/** Must be added after the sessions, which leave requests with a bearer token alone, and before the permissions. */
export function apiTokens(app: App, options: { authenticate: AuthenticateToken }): void {
  app.addHook("onRequest", async (request) => {
    const token = bearerOf(request);
    const { config } = request.routeOptions;
    // Public routes ask for nothing; /metrics has a bearer token of its own.
    if (token === undefined || config.permission === undefined || config.permission === "public") return;
    const principal = await options.authenticate(token, request.ip);
    // The live feed proves itself with a session's CSRF token.
    if (isClosedToTokens(config) || request.ws) throw new AppError("FORBIDDEN", "API tokens may not do this", { details: { token: true } });
    request.principal = principal;
  });
}
