// Who asks a service for a change, as the audit log will say it.
import type { FastifyRequest } from "fastify";
import { principalOf } from "./principal.ts";

export interface Caller {
  readonly organizationId: string;
  readonly userId: string;
  /** The caller's network address. */
  readonly address: string;
}

/** The signed-in person behind a request. Throws UNAUTHENTICATED when there is none. */
export function callerOf(request: FastifyRequest): Caller {
  const { organizationId, userId } = principalOf(request);
  return { organizationId, userId, address: request.ip };
}

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
