// Clients and their sites: whom the organization looks after, and where. Resources stand in sites, but are not known here:
// how many there are is asked through `countResources`.
import type { Tx } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import type { NamedScopeLink } from "../settings/index.ts";
import { findClient } from "./client-queries.ts";
import { registerClientRoutes } from "./client-routes.ts";
import { addClient, createClientService } from "./clients.ts";
import type { Needs } from "./needs.ts";
import { createPlaces } from "./place.ts";
import { findSite } from "./site-queries.ts";
import { registerSiteRoutes } from "./site-routes.ts";
import { addSite, createSiteService } from "./sites.ts";

export { COVERAGES, Cover, type Coverage, type CoverFor, MODALITIES, type Modality } from "./cover.ts";
export type { CountResources } from "./needs.ts";

export interface ClientsModule {
  registerRoutes(app: App): void;
  /** What a new organization starts with: itself as the first client, with a site "Main". Inside the caller's transaction. */
  addFirst(tx: Tx, organization: { organizationId: string; name: string; userId: string }): Promise<void>;
  /** A client and its site by their names, made where they are not there. */
  readonly makePlace: ReturnType<typeof createPlaces>;
  /** The scope of a client; undefined when there is none. */
  clientScope(tx: Tx, clientId: string): Promise<NamedScopeLink[] | undefined>;
  /** The scopes of a site: its client, itself; undefined when there is none. */
  siteScopes(tx: Tx, siteId: string): Promise<NamedScopeLink[] | undefined>;
}

/** Builds the module. */
export function createClients(needs: Needs): ClientsModule {
  return {
    makePlace: createPlaces(needs),
    registerRoutes(app) {
      registerClientRoutes(app, createClientService(needs));
      registerSiteRoutes(app, createSiteService(needs));
    },
    async addFirst(tx, { organizationId, name, userId }) {
      const common = { organizationId, userId, at: new Date(needs.clock.now()) };
      const { id: clientId } = await addClient(tx, { ...common, name, legalName: null, notes: "" });
      await addSite(tx, { ...common, clientId, name: "Main", timeZone: null });
    },
    async clientScope(tx, clientId) {
      const client = await findClient(tx, "all", clientId);
      return client === undefined ? undefined : [{ scope: "client", id: client.id, name: client.name }];
    },
    async siteScopes(tx, siteId) {
      const site = await findSite(tx, "all", siteId);
      if (site === undefined) return undefined;
      return [
        { scope: "client", id: site.clientId, name: site.clientName },
        { scope: "site", id: site.id, name: site.name },
      ];
    },
  };
}
