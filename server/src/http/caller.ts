// Who asks a service for a change, as the audit log will say it.
import type { FastifyRequest } from "fastify";
import { PERMISSIONS, principalOf } from "./principal.ts";
import { NOWHERE, type Reach } from "./reach.ts";

/** Who reads: what they see ends where their reach ends. */
export interface Viewer {
  readonly organizationId: string;
  /** How far the permission that the route demands reaches. */
  readonly reach: Reach;
}

export interface Caller extends Viewer {
  readonly userId: string;
  /** The API token the person's program came with; undefined for the person themselves. */
  readonly tokenId?: string | undefined;
  /** The caller's network address. */
  readonly address: string;
}

/** The signed-in person behind a request. Throws UNAUTHENTICATED when there is none. */
export function callerOf(request: FastifyRequest): Caller {
  const principal = principalOf(request);
  const demand = request.routeOptions.config.permission;
  const permission = PERMISSIONS.find((one) => one === demand);
  const reach = permission === undefined ? NOWHERE : principal.reach(permission);
  const tokenId = principal.kind === "token" ? principal.sessionId : undefined;
  return { organizationId: principal.organizationId, userId: principal.userId, tokenId, address: request.ip, reach };
}

/** The caller as the actor of an audit entry: always the person, with the token their program came with. */
export const actorOf = ({ userId, tokenId }: Pick<Caller, "userId" | "tokenId">) => ({ kind: "user" as const, id: userId, tokenId });

/** Where a new session comes from, as its owner will see it in a list. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string | null;
}

/** The address and browser behind a request; the browser's name is cut to 300 characters. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
});
