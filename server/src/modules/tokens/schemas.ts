// What the routes of API tokens take and answer.
import { Type } from "typebox";
import { body, Id, Instant, Name, Named, nullable, ref } from "../../http/schemas.ts";
import { TOKEN_SCOPES } from "../../http/token-rules.ts";

const STATES = ["active", "expired", "revoked"] as const;

const fields = {
  id: Id,
  name: Type.String(),
  scopes: Type.Array(Type.String(), { description: "Permissions; in force as far as the creator has them now" }),
  cidrs: Type.Array(Type.String(), { description: "Networks it works from; empty is everywhere" }),
  createdBy: ref(Named),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: nullable(Instant),
  lastUsedAt: nullable(Instant),
  lastUsedAddress: nullable(Type.String()),
  state: Type.Unsafe<(typeof STATES)[number]>({ type: "string", enum: [...STATES] }),
};

export const ApiToken = Type.Object(fields, { $id: "ApiToken" });
export const NewApiToken = Type.Object({ ...fields, token: Type.String({ description: "Shown this once" }) }, { $id: "NewApiToken" });

export const createApiTokenBody = body({
  name: Name,
  scopes: Type.Array(Type.Unsafe<string>({ type: "string", enum: [...TOKEN_SCOPES] }), { minItems: 1, maxItems: 50, uniqueItems: true }),
  expiresAt: Type.Optional(Type.String({ format: "date-time", description: "At most 365 days away; 90 days when left out" })),
  cidrs: Type.Optional(Type.Array(Type.String({ minLength: 3, maxLength: 60 }), { maxItems: 50, uniqueItems: true })),
});
