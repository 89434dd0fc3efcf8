// Deny by default: every route names what it demands; one that does not cannot be built.

import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";
import { PERMISSIONS, principalOf, type RouteDemand } from "../http/principal.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** Every route with what it demands, in the order they were added: what the authorisation matrix is made from. */
    readonly routeDemands: readonly RouteDemanded[];
  }
}

interface RouteDemanded {
  readonly method: string;
  readonly url: string;
  readonly demand: RouteDemand;
}

const DEMANDS: ReadonlySet<string> = new Set<RouteDemand>([...PERMISSIONS, "session", "public"]);

/**
 * Must be added before any route. `publicPrefix`: the one ready-made plugin (the API page) whose routes cannot declare anything.
 * The check runs before the body is read: a stranger learns nothing from validation.
 */
export function permissions(app: App, options: { publicPrefix: string }): void {
  const demanded: RouteDemanded[] = [];
  app.decorate("routeDemands", demanded);
  app.addHook("onRoute", (route) => {
    if (route.url === options.publicPrefix || route.url.startsWith(`${options.publicPrefix}/`))
      route.config = { permission: "public", ...route.config };
    const demand = route.config?.permission;
    if (demand === undefined || !DEMANDS.has(demand)) throw new TypeError(`${String(route.method)} ${route.url} declares no permission`);
    for (const method of [route.method].flat()) demanded.push({ method, url: route.url, demand });
  });
  app.addHook("onRequest", async (request) => {
    const demand = request.routeOptions.config.permission;
    // Only the not-found answer has no demand: onRoute saw to that.
    if (demand === undefined || demand === "public") return;
    const principal = principalOf(request);
    if (demand !== "session" && !principal.permissions.has(demand))
      throw new AppError("FORBIDDEN", "your rights do not allow this", { details: { permission: demand } });
  });
}
