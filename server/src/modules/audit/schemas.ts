// What the routes of the log take and answer.
import { Type } from "typebox";
import { Id, Instant, nullable } from "../../http/schemas.ts";
import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_SUBJECTS } from "./actions.ts";

const maybeId = nullable(Id);
/** Said to readers of the document, and not checked: an old entry may carry a code that is no longer written. */
const code = (codes: readonly string[]) => Type.Unsafe<string>({ type: "string", enum: [...codes] });
const maybeCode = (codes: readonly string[]) => Type.Unsafe<string | null>({ type: ["string", "null"], enum: [...codes, null] });

export const AuditEntrySchema = Type.Object(
  {
    id: Id,
    number: Type.Integer({ minimum: 0, description: "Place in the organization's chain, from 1 without gaps" }),
    at: Instant,
    actor: Type.Object({ kind: code(AUDIT_ACTORS), id: maybeId, name: nullable(Type.String()) }),
    token: nullable(Type.Object({ id: Id, name: nullable(Type.String()) }, { description: "The API token by which the actor did it" })),
    action: code(AUDIT_ACTIONS),
    subjectKind: maybeCode(AUDIT_SUBJECTS),
    subjectId: maybeId,
    details: Type.Unsafe<Readonly<Record<string, unknown>>>({ type: "object", additionalProperties: true }),
    address: nullable(Type.String()),
    erased: Type.Boolean({ description: "A person in it was erased, and what it said of them with them" }),
  },
  { $id: "AuditEntry" },
);

const reasons = ["changed", "missing", "not_as_signed", "cut_short", "not_in_chain"] as const;

export const AuditVerification = Type.Object(
  {
    state: Type.Unsafe<"intact" | "broken" | "not_checked">({ type: "string", enum: ["intact", "broken", "not_checked"] }),
    checkedAt: nullable(Instant),
    entries: Type.Integer({ minimum: 0, description: "Rows that hold, from the first" }),
    brokenAt: nullable(
      Type.Object({
        number: Type.Integer(),
        id: maybeId,
        reason: Type.Unsafe<(typeof reasons)[number]>({ type: "string", enum: [...reasons] }),
      }),
    ),
  },
  { $id: "AuditVerification" },
);

/** The filters of the list and of the export. */
export const auditFilter = {
  actorId: Type.Optional(Id),
  tokenId: Type.Optional(Id),
  action: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'The whole name, or its beginning up to a dot: "client."' }),
  ),
  subjectKind: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
  subjectId: Type.Optional(Id),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        "In the action, the details, and the present name and e-mail of who did it or whom it is about; not in sealed former ones",
    }),
  ),
};
