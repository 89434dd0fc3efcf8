// /metrics for Prometheus: from this machine, or with the bearer token; for anybody else there is no such route.
import type { FastifyRequest } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { App } from "../http/app.ts";
import { sameText } from "../http/origin.ts";
import { handleNotFound } from "./errors.ts";

const PROXY_HEADERS = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/** A figure of the server's own parts, read when it is asked for. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  read(): number;
}

/** Adds the route and times every request. */
export function prometheus(app: App, options: { token: string | undefined; figures: readonly Figure[] }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "vigia_http_request_duration_seconds",
    help: "Time to answer, by route pattern",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  for (const { name, help, read } of options.figures)
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  app.addHook("onResponse", async (request, reply) => {
    // The pattern, never the path: paths are input, and each would be a series of its own.
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? "none", status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  app.get("/metrics", { config: { permission: "public" }, schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, options.token)) return handleNotFound(request, reply);
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
