// /metrics for Prometheus: from this machine, or with the bearer token; for anybody else there is no such route.
import type { FastifyRequest } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { App } from "../http/app.ts";
import { sameText } from "../http/origin.ts";
import { handleNotFound } from "./errors.ts";
import { type Figure, registerFigures } from "./prometheus/figure.ts";
import { watchRequests } from "./prometheus/requests.ts";

export { agentFigures } from "./prometheus/agents.ts";
export { connectionFigures } from "./prometheus/connections.ts";
export { databaseFigures } from "./prometheus/database.ts";
export { installationFigures } from "./prometheus/installation.ts";
export { createDeliveryTimings, recordFigures } from "./prometheus/records.ts";

const PROXY_HEADERS = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/** A place for figures: parts of the server that measure times are given theirs before the route is there. */
export const createRegistry = (): Registry => new Registry();

/** Adds the route and the figures, and times every request. */
export function prometheus(app: App, options: { registry: Registry; token: string | undefined; figures: readonly Figure[] }): void {
  const { registry, token, figures } = options;
  collectDefaultMetrics({ register: registry });
  registerFigures(registry, figures);
  watchRequests(app, registry);
  app.get("/metrics", { config: { permission: "public" }, schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, token)) return handleNotFound(request, reply);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  app.addHook("onClose", async () => registry.clear());
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token !== undefined && bearer !== undefined) return sameText(bearer, token);
  const peer = request.socket.remoteAddress ?? "";
  const local = peer === "::1" || peer.replace(/^::ffff:/, "").startsWith("127.");
  // A proxy on this machine makes every stranger look local.
  return local && PROXY_HEADERS.every((name) => request.headers[name] === undefined);
}
