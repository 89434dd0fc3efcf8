// What the routes of single sign-on take and answer. The client's secret goes in and never comes out.
import { Type } from "typebox";
import { body, Instant, nullable } from "../../http/schemas.ts";

const PROBLEMS = ["not_configured", "unreachable", "issuer", "algorithm", "keys"] as const;

export const SsoSettings = Type.Object(
  {
    issuer: nullable(Type.String()),
    clientId: nullable(Type.String()),
    hasClientSecret: Type.Boolean(),
    enabled: Type.Boolean(),
    allowNewUsers: Type.Boolean({ description: "Unknown people of the provider become members without any right" }),
  },
  { $id: "SsoSettings" },
);

export const SsoTest = Type.Object(
  { ok: Type.Boolean(), problem: nullable(Type.Unsafe<(typeof PROBLEMS)[number]>({ type: "string", enum: [...PROBLEMS] })) },
  { $id: "SsoTest" },
);

export const SsoLinkState = Type.Object(
  { available: Type.Boolean(), issuer: nullable(Type.String()), linkedAt: nullable(Instant) },
  { $id: "SsoLinkState" },
);

export const SsoLinkStart = Type.Object(
  { url: Type.String({ description: "Go there; the browser comes back by itself" }) },
  { $id: "SsoLinkStart" },
);

export const saveSsoBody = body({
  issuer: Type.String({ minLength: 1, maxLength: 1_000 }),
  clientId: Type.String({ minLength: 1, maxLength: 500 }),
  clientSecret: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
  enabled: Type.Boolean(),
  allowNewUsers: Type.Optional(Type.Boolean()),
});
