// Who asks, and what a route demands: every route declares `config: { permission }`, or the build fails (plugins/permissions.ts).
import type { FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";

export const PERMISSIONS = [
  "resources:read",
  "resources:write",
  "agents:approve",
  "enrollment:manage",
  "clients:read",
  "clients:write",
  "settings:read",
  "settings:write",
  "audit:read",
  "organization:admin",
  "installation:keys",
  "live:read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];
export type Role = "administrator" | "technician" | "viewer";

/** A signed-in person in one organization. */
export interface Principal {
  readonly kind: "user";
  readonly userId: string;
  readonly organizationId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
}

/** What a route asks for: a permission, any session, or nothing. */
export type RouteDemand = Permission | "session" | "public";

declare module "fastify" {
  interface FastifyContextConfig {
    permission?: RouteDemand;
    /** The answer holds a secret that is shown once: an Idempotency-Key's repeat gets CONFLICT instead of the stored answer. */
    answersSecret?: boolean;
  }
  interface FastifyRequest {
    /** Set before validation on every route whose caller is signed in. */
    principal: Principal | null;
    /** What `x-csrf-token` (or a live feed's first frame) must carry; null without a session. */
    csrfToken: string | null;
  }
}

/** The signed-in caller of a route that is not public. Throws UNAUTHENTICATED when there is none. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new AppError("UNAUTHENTICATED", "sign in first");
  return request.principal;
}
