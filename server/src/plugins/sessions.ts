// Turns the session cookie into request.principal, before anything else looks at the request.
import cookie from "@fastify/cookie";
import type { FastifyReply } from "fastify";
import type { App } from "../http/app.ts";
import type { Principal } from "../http/principal.ts";
import { bearerOf } from "./api-tokens.ts";

/** Finds who a token belongs to; undefined when it is no living session. */
export type FindSession = (token: string) => Promise<Principal | undefined>;

export interface SessionCookie {
  readonly name: string;
  set(reply: FastifyReply, token: string): void;
  clear(reply: FastifyReply): void;
}

/** The cookie's name and attributes. `__Host-` binds it to this origin; browsers refuse that name without https. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? "__Host-vigia" : "vigia_session";
  const attributes = { path: "/", httpOnly: true, sameSite: "strict", secure } as const;
  return {
    name,
    set: (reply, token) => void reply.setCookie(name, token, attributes),
    clear: (reply) => void reply.clearCookie(name, attributes),
  };
}

interface SessionOptions {
  readonly cookie: SessionCookie;
  readonly find: FindSession;
  /** By the session's id. */
  csrfTokenOf(sessionId: string): string;
}

export async function sessions(app: App, options: SessionOptions): Promise<void> {
  await app.register(cookie);
  app.decorateRequest("principal", null);
  app.decorateRequest("csrfToken", null);
  app.addHook("onRequest", async (request) => {
    // A request that names its own credential is judged by that alone.
    if (bearerOf(request) !== undefined) return;
    const token = request.cookies[options.cookie.name];
    if (token === undefined || token.length > 200) return;
    const principal = await options.find(token);
    if (principal === undefined) return;
    request.principal = principal;
    request.csrfToken = options.csrfTokenOf(principal.sessionId);
  });
}
