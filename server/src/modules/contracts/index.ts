// Contracts: what clients agreed to, from when on and at what values, and which contract covers a client, a resource or a ticket on a day.
// What is consumed and billed is not here.
import type { Tx } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import type { Cover, CoverFor } from "../clients/index.ts";
import { createContractTypes } from "./contract-types.ts";
import { coverOfClients, coverOfResources, coverOfSubjects, type Subject } from "./covers.ts";
import { type Needs, todayOf } from "./needs.ts";
import { createRiders } from "./riders.ts";
import { registerContractRoutes } from "./routes.ts";
import { createContractService } from "./service.ts";
import { registerContractTypeRoutes } from "./type-routes.ts";

export { addFirstContractTypes } from "./contract-types.ts";

export interface Contracts {
  /** What covers these resources today. */
  readonly ofResources: CoverFor;
  /** What covers all of these clients today. */
  readonly ofClients: CoverFor;
  /** What covers each of these on a day (YYYY-MM-DD; today when left out), in their order: the nearest contract of any of its resources,
   * and without one the client's. */
  coverOf(tx: Tx, subjects: readonly Subject[], day?: string): Promise<(Cover | undefined)[]>;
  registerRoutes(app: App): void;
}

/** Builds the module. */
export function createContracts(needs: Needs): Contracts {
  const { clock } = needs;
  return {
    ofResources: async (tx, ids) => (ids.length === 0 ? new Map() : coverOfResources(tx, ids, await todayOf(tx, clock))),
    ofClients: async (tx, ids) => (ids.length === 0 ? new Map() : coverOfClients(tx, ids, await todayOf(tx, clock))),
    async coverOf(tx, subjects, day) {
      if (subjects.length === 0) return [];
      const today = await todayOf(tx, clock);
      return coverOfSubjects(tx, subjects, { ...today, day: day ?? today.day });
    },
    registerRoutes(app) {
      registerContractTypeRoutes(app, createContractTypes(needs));
      registerContractRoutes(app, { service: createContractService(needs), riders: createRiders(needs) });
    },
  };
}
