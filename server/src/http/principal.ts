// Who asks, and what a route demands: every route declares `config: { permission }`, or the build fails (plugins/permissions.ts).
import type { FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";
import type { Reach } from "./reach.ts";

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
  "accounts:read",
  "accounts:manage",
  "access:explain",
  "vault:read",
  "vault:write",
  "vault:reveal",
  "notify:manage",
  "tokens:manage",
  "sso:manage",
  "views:share",
  "tickets:read",
  "tickets:write",
  "contracts:read",
  "contracts:manage",
  "contracts:values",
  "desks:manage",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What somebody may do, and where: the union of their grants (modules/access). */
export interface Rights {
  /** Those that reach anywhere at all: what a route's gate looks at. */
  readonly permissions: ReadonlySet<Permission>;
  /** How far a permission reaches. Every query for a person is bound by it. */
  reach(permission: Permission): Reach;
  readonly isAdministrator: boolean;
}

/** A signed-in person in one organization, or a program with an API token of that person's. */
export interface Principal extends Rights {
  readonly kind: "user" | "token";
  /** Of a token: its creator. */
  readonly userId: string;
  readonly organizationId: string;
  /** Of a token: its own id. */
  readonly sessionId: string;
  /** The session may set up a second factor and nothing else (plugins/step-up.ts). */
  readonly factorSetup?: boolean;
}

/** What a route asks for: a permission, any session, or nothing. */
export type RouteDemand = Permission | "session" | "public";

declare module "fastify" {
  interface FastifyContextConfig {
    permission?: RouteDemand;
    /** The caller proves themselves again, unless they did so within 5 minutes. */
    stepUp?: boolean;
    /** Also for sessions that still owe their organization a second factor. */
    duringFactorSetup?: boolean;
    /** The answer holds a secret that is shown once: an Idempotency-Key's repeat gets CONFLICT instead of the stored answer. */
    answersSecret?: boolean;
    /** Writes nothing, and browsers call it by themselves with an Origin that says nothing. */
    anyOrigin?: boolean;
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
