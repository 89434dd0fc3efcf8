// Requests by what they ask for, how they were answered and how long it took; and whether a proxy's word about them was believed.
import { Counter, Histogram, type Registry } from "prom-client";
import type { App } from "../../http/app.ts";

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];
const OPERATIONS = new Set(["/metrics", "/healthz", "/readyz"]);

/** What a route is about: the noun behind /api/v1, or the part of the server it belongs to. A closed set, as routes are. */
export function routeClass(pattern: string | undefined): string {
  if (pattern === undefined) return "none";
  const noun = /^\/api\/v1\/([a-z-]+)/.exec(pattern)?.[1];
  if (noun !== undefined) return noun;
  if (OPERATIONS.has(pattern)) return "operations";
  return pattern.startsWith("/agent/") ? "agent" : "console";
}

/** Times every request of the app. */
export function watchRequests(app: App, registry: Registry): void {
  const duration = new Histogram({
    name: "vigia_http_request_duration_seconds",
    help: "Time to answer, by what the route is about",
    labelNames: ["class", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const forwarded = new Counter({
    name: "vigia_http_forwarded_requests_total",
    help: "Requests with an X-Forwarded-For header, by whether their sender is in VIGIA_TRUSTED_PROXIES",
    labelNames: ["believed"],
    registers: [registry],
  });
  for (const believed of ["yes", "no"]) forwarded.inc({ believed }, 0);
  app.addHook("onRequest", async (request) => {
    // The first of `ips` is the peer itself; there are others only where the peer is believed.
    if (request.headers["x-forwarded-for"] !== undefined) forwarded.inc({ believed: (request.ips?.length ?? 0) > 1 ? "yes" : "no" });
  });
  app.addHook("onResponse", async (request, reply) => {
    // The pattern, never the path: paths are input, and each would be a series of its own.
    duration.observe({ class: routeClass(request.routeOptions.url), status: reply.statusCode }, reply.elapsedTime / 1_000);
  });
}
