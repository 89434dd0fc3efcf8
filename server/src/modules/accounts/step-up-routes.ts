// HTTP face of the second step of signing in, and of proving oneself again.
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { originOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, ref } from "../../http/schemas.ts";
import type { Admission } from "./admission.ts";
import { Ceremony, factorBody, StepUpOptions, stepUpBody, ticketBody } from "./factor-schemas.ts";
import { Session } from "./schemas.ts";
import type { CookieJar, Welcome } from "./session-routes.ts";
import type { Sessions } from "./sessions.ts";
import type { StepUp } from "./step-up.ts";

const tags = ["session"];
const bodyLimit = 65_536;

/** The browser's own word on where it is: plugins/csrf.ts refused foreign ones. Throws BAD_ORIGIN without it. */
export function pageOriginOf(request: FastifyRequest): string {
  const { origin } = request.headers;
  if (origin === undefined) throw new AppError("BAD_ORIGIN", "passkeys need a browser that says which page it shows");
  return origin;
}

export interface StepUpRoutesDeps {
  readonly admission: Admission;
  readonly stepUp: StepUp;
  readonly sessions: Sessions;
  readonly welcome: Welcome;
  readonly cookie: CookieJar;
}

/** Adds /api/v1/session/factor and /api/v1/session/step-up. */
export function registerStepUpRoutes(app: App, { admission, stepUp, sessions, welcome, cookie }: StepUpRoutesDeps): void {
  app.post(
    "/api/v1/session/factor",
    {
      config: { permission: "public" },
      bodyLimit,
      schema: { operationId: "proveFactor", tags, body: factorBody, response: { 200: ref(Session), ...errorAnswers } },
    },
    async (request, reply) => {
      const { ticket, ...proof } = request.body;
      const token = await admission.prove(ticket, proof, originOf(request));
      if (request.principal !== null) await sessions.end(request.principal);
      return welcome(reply, token);
    },
  );

  app.post(
    "/api/v1/session/factor/options",
    {
      config: { permission: "public" },
      schema: { operationId: "challengeFactor", tags, body: ticketBody, response: { 200: Ceremony, ...errorAnswers } },
    },
    (request) => admission.challenge(request.body.ticket, pageOriginOf(request), originOf(request)),
  );

  app.post(
    "/api/v1/session/step-up/options",
    {
      config: { permission: "session", duringFactorSetup: true },
      schema: { operationId: "getStepUpOptions", tags, response: { 200: StepUpOptions, ...errorAnswers } },
    },
    (request) => stepUp.options(principalOf(request), request.headers.origin),
  );

  app.post(
    "/api/v1/session/step-up",
    {
      config: { permission: "session", duringFactorSetup: true },
      bodyLimit,
      schema: { operationId: "stepUp", tags, body: stepUpBody, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      await stepUp.prove(principal, request.body, request.ip);
      // Whoever copied the cookie before has nothing of what was proven now.
      cookie.set(reply, await sessions.renew(principal));
      return reply.code(204).send(null);
    },
  );
}
