// Duplicates: which resources may be one machine, making them one, and agents whose key two machines have. Its tables are
// resource_identifiers, duplicate_proposals and agent_quarantines. Hints are for people: nothing here decides who a machine is.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import type { DomainEvent } from "../../events.ts";
import type { AgentPort } from "../../gateway/port.ts";
import type { App } from "../../http/app.ts";
import type { Marks } from "../resources/index.ts";
import { handOverTelemetry } from "./hanging.ts";
import { namesMachine, propose } from "./proposals.ts";
import { registerDuplicateRoutes } from "./routes.ts";
import { createDuplicateService } from "./service.ts";

interface DuplicateParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Marks;
  readonly agents: Pick<AgentPort, "isConnected" | "disconnect" | "trust">;
}

export interface Duplicates {
  /** For the outbox: what names a machine may be another now. */
  inventoryChanged(event: DomainEvent<"inventory.changed">): Promise<void>;
  /** For the outbox: measurements follow the rest. */
  resourceMerged(event: DomainEvent<"resource.merged">): Promise<void>;
  registerRoutes(app: App): void;
}

/** Builds the module. */
export function createDuplicates(parts: DuplicateParts): Duplicates {
  const { database, clock } = parts;
  return {
    async inventoryChanged({ organizationId, payload: { resourceId, sections } }) {
      if (!namesMachine(sections)) return;
      await database.withTenant(organizationId, (tx) => propose(tx, organizationId, resourceId, new Date(clock.now())));
    },
    resourceMerged: ({ organizationId, payload: { resourceId, from } }) =>
      database.withTenant(organizationId, (tx) => handOverTelemetry(tx, from, resourceId)),
    registerRoutes: (app) => registerDuplicateRoutes(app, createDuplicateService(parts)),
  };
}
