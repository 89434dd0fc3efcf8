// Single sign-on by OpenID Connect: which provider an organization uses, who is linked to it, and the way there and back.
// It proves who somebody is; what they may do is decided by grants alone, and a new person has none.
import type { App } from "../../http/app.ts";
import type { Needs } from "./needs.ts";
import { registerSsoOfferRoute } from "./offer.ts";
import { registerSsoRoutes, type SsoRoutesDeps } from "./routes.ts";
import { createSso } from "./service.ts";
import { createConfigurations } from "./settings.ts";

export interface SsoModule {
  registerRoutes(app: App): void;
}

/** Builds the module. */
export function createSingleSignOn(deps: Needs & Omit<SsoRoutesDeps, "sso" | "configurations">): SsoModule {
  const configurations = createConfigurations(deps);
  const sso = createSso(deps, configurations);
  return {
    registerRoutes(app) {
      registerSsoRoutes(app, { ...deps, sso, configurations });
      registerSsoOfferRoute(app, deps.database);
    },
  };
}
