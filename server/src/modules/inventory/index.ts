// Inventory: what every machine is, what changed about it, the programs of the whole fleet, and the language that asks for machines.
// Its tables are resource_inventories, inventory_sections, resource_changes, software, resource_software and resource_traits, and the inbox
// in telemetry that delivery fills.
import type { WireRecord } from "@vigia/protocol";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import type { DomainEvent } from "../../events.ts";
import type { AgentPort } from "../../gateway/port.ts";
import type { App } from "../../http/app.ts";
import type { Log } from "../../log.ts";
import type { FilterFor, Marks } from "../resources/index.ts";
import { createTellExport, registerInventoryExports } from "./exports.ts";
import { createFilterFor } from "./filter-for.ts";
import { type Arrived, fillInbox, readArrived } from "./inbox.ts";
import { writeInstalls } from "./installs.ts";
import { createIntake } from "./intake.ts";
import { registerLicenceRoutes } from "./licences/routes.ts";
import { createLicences } from "./licences/service.ts";
import { registerInventoryRoutes } from "./routes.ts";
import { createInventoryService } from "./service.ts";

export { createFilterFor } from "./filter-for.ts";
export type { Arrived } from "./inbox.ts";

export interface InventoryParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly publish: Marks["publish"];
  readonly audit: Marks["audit"];
  readonly agents: Pick<AgentPort, "requestInventory">;
  readonly feed: { publish(organizationId: string, topic: string, name: string, data: unknown): void };
}

export interface InventoryModule {
  /** For delivery's lane STATE; undefined for a record that is none of an inventory. */
  read(record: WireRecord): Arrived | undefined;
  /** For delivery, in its transaction. */
  keep: (...args: Parameters<typeof fillInbox>) => Promise<void>;
  /** For delivery after COMMIT. Never throws. */
  committed(agent: { organizationId: string; resourceId: string }, records: readonly WireRecord[]): void;
  /** For the outbox: a deleted machine's programs count no more. */
  resourceDeleted(event: DomainEvent<"resource.deleted">): Promise<void>;
  /** For the list of resources. */
  readonly filterFor: FilterFor;
  registerRoutes(app: App): void;
  start(): void;
  /** Resolves when everything that delivery told of is applied. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the module. */
export function createInventory({ database, clock, log, publish, audit, agents, feed }: InventoryParts): InventoryModule {
  const news = ({ organizationId, resourceId }: { organizationId: string; resourceId: string }) =>
    feed.publish(organizationId, `resource:${resourceId}`, "changed", { ids: [resourceId] });
  const intake = createIntake({ database, clock, log, publish, agents, news });
  return {
    read: readArrived,
    keep: fillInbox,
    committed: intake.committed,
    resourceDeleted: ({ organizationId, payload }) =>
      database.withTenant(organizationId, (tx) => writeInstalls(tx, organizationId, payload.resourceId, [])),
    filterFor: createFilterFor(clock),
    registerRoutes(app) {
      const service = createInventoryService({ database, clock, agents });
      const tellExport = createTellExport({ database, audit });
      registerInventoryRoutes(app, service);
      registerInventoryExports(app, service, tellExport);
      registerLicenceRoutes(app, createLicences({ database, clock, audit }), tellExport);
    },
    start: intake.start,
    idle: intake.idle,
    stop: intake.stop,
  };
}
