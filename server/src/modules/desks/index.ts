// Desks: where tickets are worked on, with their stages, statuses and priorities. Tickets themselves are not here.
import type { Tx } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import { findDesks } from "./queries.ts";
import { registerDeskRoutes } from "./routes.ts";
import type { Desk } from "./schemas.ts";
import { createDeskService, type Needs } from "./service.ts";

export { addFirstDesk } from "./first-desk.ts";
export type { Desk } from "./schemas.ts";

export interface DesksModule {
  /** All desks, the default one first. Inside withTenant. */
  all(tx: Tx): Promise<Desk[]>;
  registerRoutes(app: App): void;
}

/** Builds the module. */
export function createDesks(needs: Needs): DesksModule {
  return { all: findDesks, registerRoutes: (app) => registerDeskRoutes(app, createDeskService(needs)) };
}
