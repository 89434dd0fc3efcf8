// HTTP face of the audit log.
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { actorOf, type Caller, callerOf } from "../../http/caller.ts";
import { keyset, pageQuery } from "../../http/pagination.ts";
import { reaches } from "../../http/reach.ts";
import { errorAnswers, pageOf, ref } from "../../http/schemas.ts";
import type { Audit } from "./audit.ts";
import { csvLines } from "./csv.ts";
import { AUDIT_ID, AUDIT_SORT } from "./queries.ts";
import { AuditEntrySchema, AuditVerification, auditFilter } from "./schemas.ts";
import type { AuditWatch } from "./watch.ts";

const config = { permission: "audit:read" } as const;
const tags = ["audit"];

/** The log tells of everything, so it is for those who reach everything. Throws FORBIDDEN. */
function readerOf(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  if (reaches(caller.reach, { kind: "organization" })) return caller;
  throw new AppError("FORBIDDEN", "the audit log is for those who reach the whole organization");
}

/** Adds GET /api/v1/audit, its export and its verification. */
export function registerAuditRoutes(app: App, deps: { audit: Audit; watch: AuditWatch; database: Database }): void {
  const { audit, watch, database } = deps;
  app.addSchema(AuditEntrySchema);
  app.addSchema(AuditVerification);

  app.get(
    "/api/v1/audit",
    {
      config,
      schema: {
        operationId: "listAuditEntries",
        tags,
        querystring: Type.Object({ ...pageQuery, ...auditFilter }),
        response: { 200: pageOf(ref(AuditEntrySchema)), ...errorAnswers },
      },
    },
    (request) => {
      const { limit, cursor, ...filter } = request.query;
      return audit.list(readerOf(request).organizationId, keyset(AUDIT_SORT, { limit, cursor, sort: "-at" }, AUDIT_ID), filter);
    },
  );

  app.get(
    "/api/v1/audit/verification",
    { config, schema: { operationId: "getAuditVerification", tags, response: { 200: ref(AuditVerification), ...errorAnswers } } },
    async (request) => watch.verification(readerOf(request).organizationId),
  );

  app.get(
    "/api/v1/audit/export.csv",
    {
      config: { ...config, stepUp: true },
      exposeHeadRoute: false,
      schema: {
        operationId: "exportAuditEntries",
        tags,
        querystring: Type.Object(auditFilter),
        response: {
          200: { description: "RFC 4180", content: { "text/csv": { schema: Type.Unsafe<Readable>({ type: "string" }) } } },
          ...errorAnswers,
        },
      },
    },
    async (request, reply) => {
      const caller = readerOf(request);
      const { organizationId, address } = caller;
      const filter = request.query;
      await database.withTenant(organizationId, (tx) =>
        audit.record(tx, {
          organizationId,
          actor: actorOf(caller),
          action: "audit.exported",
          details: { ...filter },
          address,
        }),
      );
      reply.header("content-disposition", 'attachment; filename="vigia-audit.csv"').type("text/csv; charset=utf-8");
      return reply.send(Readable.from(csvLines(audit.all(organizationId, filter))));
    },
  );
}
