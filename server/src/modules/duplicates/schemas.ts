import { type Static, Type } from "typebox";
import { body, Id, Instant, Named, nullable, ref } from "../../http/schemas.ts";
import { IDENTIFIER_KINDS } from "./identifiers.ts";

export const DuplicateReason = Type.Object(
  {
    kind: Type.Unsafe<(typeof IDENTIFIER_KINDS)[number]>({ type: "string", enum: [...IDENTIFIER_KINDS] }),
    agrees: Type.Boolean({ description: "Whether both say the same of it" }),
    shared: Type.Array(Type.String(), { description: "The values both have" }),
  },
  { $id: "DuplicateReason" },
);

/** What becomes of the younger one's agent where it still waits for approval. */
const APPROVALS = ["none", "given", "missing"] as const;

export const DuplicateProposal = Type.Object(
  {
    id: Id,
    resource: ref(Named),
    other: ref(Named),
    score: Type.Number({ minimum: 0, maximum: 1, description: "How alike they are; a hint" }),
    reasons: Type.Array(ref(DuplicateReason)),
    approval: Type.Unsafe<(typeof APPROVALS)[number]>({
      type: "string",
      enum: [...APPROVALS],
      description:
        "What a merge by the asker does for an agent that still waits for approval: none waits; given, it approves it too; missing, the agent goes on waiting because the asker may not approve it",
    }),
    createdAt: Instant,
  },
  { $id: "DuplicateProposal" },
);
export type DuplicateProposal = Static<typeof DuplicateProposal>;

/** What is doubtful about who a machine is. */
export const ResourceIdentity = Type.Object(
  {
    quarantinedSince: nullable(Instant),
    proposals: Type.Array(ref(DuplicateProposal), { description: "Where it is the younger or the older one; the likeliest first" }),
  },
  { $id: "ResourceIdentity" },
);
export type ResourceIdentity = Static<typeof ResourceIdentity>;

export const mergeBody = body({ otherId: { ...Id, description: "The older resource, which stays" } });
