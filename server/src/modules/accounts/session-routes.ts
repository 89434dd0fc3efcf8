// HTTP face of signing in and out, and of the signed-in person.
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { callerOf, originOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, ref } from "../../http/schemas.ts";
import { refuseUnknownTimeZone } from "../../http/time-zone.ts";
import type { Audit } from "../audit/index.ts";
import { FactorRequired } from "./factor-schemas.ts";
import type { Profile } from "./profile.ts";
import { Session, signInBody, updateMeBody } from "./schemas.ts";
import type { Sessions } from "./sessions.ts";
import type { SignIn } from "./sign-in.ts";

const tags = ["session"];

/** Gives a new session to its browser: cookie and Session answer. */
export type Welcome = (reply: FastifyReply, token: string) => Promise<Static<typeof Session>>;

/** What sets and clears the session's cookie (plugins/sessions.ts). */
export interface CookieJar {
  set(reply: FastifyReply, token: string): void;
  clear(reply: FastifyReply): void;
}

/** Builds the one way a session reaches its browser, for set-up and sign-in. */
export function createWelcome(
  sessions: Sessions,
  profile: Profile,
  cookie: CookieJar,
  csrfTokenOf: (sessionId: string) => string,
): Welcome {
  return async (reply, token) => {
    const principal = await sessions.find(token);
    if (principal === undefined) throw new AppError("UNAUTHENTICATED", "the session ended as it began");
    cookie.set(reply, token);
    return profile.describe(principal, csrfTokenOf(principal.sessionId));
  };
}

export interface SessionRoutesDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly profile: Profile;
  readonly welcome: Welcome;
  readonly cookie: CookieJar;
}

/** Adds /api/v1/session and /api/v1/me. */
export function registerSessionRoutes(app: App, { database, audit, signIn, sessions, profile, welcome, cookie }: SessionRoutesDeps): void {
  app.addSchema(Session);
  const describe = (request: FastifyRequest) => profile.describe(principalOf(request), request.csrfToken ?? "");
  app.addSchema(FactorRequired);
  const answer = { 200: ref(Session), ...errorAnswers };

  app.post(
    "/api/v1/session",
    {
      config: { permission: "public" },
      bodyLimit: 16_384,
      schema: { operationId: "signIn", tags, body: signInBody, response: { ...answer, 202: ref(FactorRequired) } },
    },
    async (request, reply) => {
      const admitted = await signIn(request.body, originOf(request));
      if (admitted.status === "factor_required") return reply.code(202).send({ ...admitted, methods: [...admitted.methods] });
      // A session that this browser had until now is over: the new one never continues an old one.
      if (request.principal !== null) await sessions.end(request.principal);
      return reply.code(200).send(await welcome(reply, admitted.token));
    },
  );

  app.get(
    "/api/v1/session",
    { config: { permission: "session", duringFactorSetup: true }, schema: { operationId: "getSession", tags, response: answer } },
    describe,
  );

  app.delete(
    "/api/v1/session",
    {
      config: { permission: "session", duringFactorSetup: true },
      schema: { operationId: "signOut", tags, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      const { organizationId, userId, address } = callerOf(request);
      await sessions.end(principalOf(request));
      await database.withTenant(organizationId, (tx) =>
        audit.record(tx, { organizationId, actor: { kind: "user", id: userId }, action: "session.closed", address }),
      );
      cookie.clear(reply);
      return reply.code(204).send(null);
    },
  );

  app.patch(
    "/api/v1/me",
    { config: { permission: "session" }, schema: { operationId: "updateMe", tags, body: updateMeBody, response: answer } },
    async (request) => {
      const { timeZone } = request.body;
      if (typeof timeZone === "string") refuseUnknownTimeZone(timeZone);
      await profile.change(principalOf(request), request.body, request.ip);
      return describe(request);
    },
  );
}
