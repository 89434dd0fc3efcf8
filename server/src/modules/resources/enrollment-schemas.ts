// What the routes of enrolment tokens take and answer.
import { type Static, Type } from "typebox";
import { body, Id, Instant, Named, nullable, ref, Version } from "../../http/schemas.ts";

const Approval = Type.Unsafe<"manual" | "automatic">({ type: "string", enum: ["manual", "automatic"] });

const tokenProperties = {
  id: Id,
  name: Type.String(),
  client: ref(Named),
  site: ref(Named),
  approval: Approval,
  maxUses: Type.Integer({ minimum: 1 }),
  uses: Type.Integer({ minimum: 0 }),
  expiresAt: Instant,
  revokedAt: nullable(Instant),
  state: Type.Unsafe<"usable" | "expired" | "used_up" | "revoked">({ type: "string", enum: ["usable", "expired", "used_up", "revoked"] }),
  createdAt: Instant,
  version: Version,
};

export const EnrollmentToken = Type.Object(tokenProperties, { $id: "EnrollmentToken" });
export type EnrollmentToken = Static<typeof EnrollmentToken>;

export const NewEnrollmentToken = Type.Object(
  { ...tokenProperties, token: Type.String({ description: "The whole token; shown this once" }) },
  { $id: "NewEnrollmentToken" },
);
export type NewEnrollmentToken = Static<typeof NewEnrollmentToken>;

export const createTokenBody = body({
  clientId: Id,
  siteId: Type.Optional(Type.Unsafe<string>({ ...Id, description: "May be left out when the client has one site" })),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  approval: Type.Optional(Type.Unsafe<"manual" | "automatic">({ ...Approval, default: "manual" })),
  maxUses: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 500 })),
  expiresAt: Type.Optional(Type.Unsafe<string>({ ...Instant, description: "At most 365 days ahead; 30 days when left out" })),
});
export type CreateTokenBody = Static<typeof createTokenBody>;
