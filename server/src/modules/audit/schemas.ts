// What GET /audit answers.
import { Type } from "typebox";
import { Instant, nullable } from "../../http/schemas.ts";

const maybeId = nullable(Type.String({ format: "uuid" }));

export const AuditEntrySchema = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    at: Instant,
    actor: Type.Object({ kind: Type.String(), id: maybeId, name: nullable(Type.String()) }),
    action: Type.String(),
    subjectKind: nullable(Type.String()),
    subjectId: maybeId,
    details: Type.Unsafe<object>({ type: "object", additionalProperties: true }),
    address: nullable(Type.String()),
  },
  { $id: "AuditEntry" },
);
