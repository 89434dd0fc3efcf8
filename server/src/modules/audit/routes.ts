// HTTP face of the audit log.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { keyset, pageQuery } from "../../http/pagination.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, pageOf, ref } from "../../http/schemas.ts";
import type { Audit } from "./audit.ts";
import { AUDIT_ID, AUDIT_SORT } from "./queries.ts";
import { AuditEntrySchema } from "./schemas.ts";

/** Adds GET /api/v1/audit. */
export function registerAuditRoutes(app: App, audit: Audit): void {
  app.addSchema(AuditEntrySchema);
  app.get(
    "/api/v1/audit",
    {
      config: { permission: "audit:read" },
      schema: {
        operationId: "listAuditEntries",
        tags: ["audit"],
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(ref(AuditEntrySchema)), ...errorAnswers },
      },
    },
    (request) => audit.list(principalOf(request).organizationId, keyset(AUDIT_SORT, { ...request.query, sort: "-at" }, AUDIT_ID)),
  );
}
