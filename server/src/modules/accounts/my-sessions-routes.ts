// HTTP face of a person's own sessions: this device, the others, and ending them.
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, Id, IdParams, Instant, nullable, ref } from "../../http/schemas.ts";
import type { Audit } from "../audit/index.ts";
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

interface MySessionsDeps {
  readonly database: Database;
  readonly audit: Pick<Audit, "record">;
  readonly sessions: Pick<Sessions, "list" | "endOf">;
}

/** Adds /api/v1/me/sessions. */
export function registerMySessionsRoutes(app: App, { database, audit, sessions }: MySessionsDeps): void {
  app.addSchema(OpenSession);

  /** Says in the log how many of their own sessions somebody ended. */
  function told(request: FastifyRequest, ended: number): Promise<unknown> {
    const { organizationId, userId, address } = callerOf(request);
    const person = { kind: "user", id: userId } as const;
    const entry = { organizationId, actor: person, action: "user.signed_out", subject: person, details: { ended }, address };
    return database.withTenant(organizationId, (tx) => audit.record(tx, entry));
  }

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
      await told(request, 1);
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
      const ended = await sessions.endOf(principal, { except: principal.sessionId });
      await told(request, ended);
      return { ended };
    },
  );
}
