// HTTP face of a person's own sessions: this device, the others, and ending them.
import { Type } from "typebox";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, Id, IdParams, Instant, nullable, ref } from "../../http/schemas.ts";
import type { Sessions } from "./sessions.ts";

const tags = ["session"];
const config = { permission: "session" } as const;

const OpenSession = Type.Object(
  {
    id: Id,
    current: Type.Boolean({ description: "The session that asks" }),
    address: nullable(Type.String()),
    userAgent: nullable(Type.String()),
    createdAt: Instant,
    lastUsedAt: Instant,
    expiresAt: Instant,
  },
  { $id: "OpenSession" },
);

/** Adds /api/v1/me/sessions. */
export function registerMySessionsRoutes(app: App, sessions: Pick<Sessions, "list" | "endOf">): void {
  app.addSchema(OpenSession);

  app.get(
    "/api/v1/me/sessions",
    {
      config,
      schema: {
        operationId: "listMySessions",
        tags,
        response: { 200: Type.Object({ items: Type.Array(ref(OpenSession)) }), ...errorAnswers },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const items = (await sessions.list(principal)).map((row) => ({
        ...row,
        current: row.id === principal.sessionId,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      }));
      return { items };
    },
  );

  app.delete(
    "/api/v1/me/sessions/:id",
    { config, schema: { operationId: "endMySession", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } } },
    async (request, reply) => {
      if ((await sessions.endOf(principalOf(request), { only: request.params.id })) === 0)
        throw new AppError("NOT_FOUND", "you have no such session");
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/me/sessions/end-others",
    {
      config,
      schema: {
        operationId: "endMyOtherSessions",
        tags,
        response: { 200: Type.Object({ ended: Type.Integer({ minimum: 0 }) }), ...errorAnswers },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      return { ended: await sessions.endOf(principal, { except: principal.sessionId }) };
    },
  );
}
