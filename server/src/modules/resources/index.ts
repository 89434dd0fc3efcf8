// Resources: what people see of machines, the agents on them, how they enrol, and their history.
// Measurements are not here (modules/metrics); neither are sockets (gateway/), which ask this module through AgentDirectory.
import type { App } from "../../http/app.ts";
import type { Viewer } from "../../http/caller.ts";
import type { Place } from "../../http/reach.ts";
import type { CoverFor } from "../clients/index.ts";
import { type AttachmentRoutes, createAttachments, type Files, registerAttachmentRoutes } from "../files/index.ts";
import { resourceHolder } from "./attachments.ts";
import { registerBoardRoutes } from "./board-routes.ts";
import { registerEnrollmentRoutes } from "./enrollment-routes.ts";
import { createEnrollmentTokens, type EnrollmentTokens } from "./enrollment-tokens.ts";
import { registerEquipmentRoutes } from "./equipment-routes.ts";
import { createEquipmentTypes } from "./equipment-types.ts";
import { registerResourceExport } from "./export-routes.ts";
import { createFactsSync } from "./facts-sync.ts";
import { registerResourceFieldRoutes } from "./field-routes.ts";
import { firstMachineToken } from "./first-machine.ts";
import { createResourceGroups } from "./groups.ts";
import { createImporting, type Importing } from "./importing.ts";
import { createResourceLive, type Feed, type ResourceLive } from "./live.ts";
import { createMaking } from "./making.ts";
import type { FilterFor, Needs, SettingsFor, SparkFor } from "./needs.ts";
import { createResourceNotes } from "./notes.ts";
import { createOverviews } from "./overview.ts";
import { findExisting, findPlaces } from "./queries.ts";
import { registerResourceRoutes } from "./routes.ts";
import { createSearch } from "./search.ts";
import { createResourceService, type ResourceService } from "./service.ts";
import { createSettingsSync } from "./settings-sync.ts";
import { createResourceTags } from "./tags.ts";

export { COLUMN_PATTERN } from "./columns.ts";
export { decideAgent } from "./deciding.ts";
export { createAgentDirectory, type TellClone } from "./directory.ts";
export { addFirstTypes } from "./equipment-types.ts";
export type { Importing } from "./importing.ts";
export { createEventHandlers } from "./ingest.ts";
export type { FilterFor, Marks, ScopeChain, SettingsFor, SparkFor } from "./needs.ts";
export { findExisting } from "./queries.ts";
export { sourceOf } from "./row.ts";
export type { UpdateBody } from "./schemas.ts";
export { listQuery, SORTS } from "./schemas.ts";
export { refusingTaken } from "./taken.ts";
export { showable } from "./text.ts";

const ATTACHMENTS: AttachmentRoutes = {
  holders: "/api/v1/resources",
  tag: "attachments",
  noun: "",
  read: "resources:read",
  write: "resources:write",
};

export interface Resources {
  readonly service: ResourceService;
  readonly tokens: EnrollmentTokens;
  /** For imports. */
  readonly importing: Importing;
  /** For delivery, the outbox and the gateway: what happened, to be shown and taken over. */
  readonly live: ResourceLive;
  /** For the outbox: "setting.changed" and "resource.changed". */
  readonly settingsSync: ReturnType<typeof createSettingsSync>;
  /** Which of these resources lie within, deleted ones left out. */
  existing(viewer: Viewer, resourceIds: readonly string[]): Promise<Set<string>>;
  /** Where these resources of an organization stand, those just deleted too. */
  places(organizationId: string, resourceIds: readonly string[]): Promise<Map<string, Place>>;
  /** A token that enrols the server's own machine; undefined until the server is set up. */
  firstMachineToken(): Promise<string | undefined>;
  registerRoutes(app: App): void;
}

/** Builds the module. `random` gives that many secure random bytes; `serverHint` is the first half of the server's identity key id. */
export function createResources(
  needs: Needs & {
    settingsFor: SettingsFor;
    sparkFor: SparkFor;
    filterFor: FilterFor;
    coverFor: CoverFor;
    feed: Feed;
    files: Files;
    random: (bytes: number) => Uint8Array;
    serverHint: Uint8Array;
  },
): Resources {
  const { database } = needs;
  const service = createResourceService(needs);
  const tokens = createEnrollmentTokens(needs);
  const board = { groups: createResourceGroups(needs), overview: createOverviews(needs), search: createSearch(needs) };
  const attachments = createAttachments(needs, resourceHolder(needs));
  const equipment = {
    types: createEquipmentTypes(needs),
    making: createMaking(needs),
    notes: createResourceNotes(needs),
    tags: createResourceTags(needs),
    service,
  };
  return {
    service,
    tokens,
    importing: createImporting(needs),
    live: createResourceLive({ ...needs, factsArrived: createFactsSync(needs) }),
    settingsSync: createSettingsSync(needs),
    existing: ({ organizationId, reach }, ids) => database.withTenant(organizationId, (tx) => findExisting(tx, reach, ids)),
    places: (organizationId, ids) => database.withTenant(organizationId, (tx) => findPlaces(tx, ids)),
    firstMachineToken: () => firstMachineToken(database, tokens, needs.clock.now()),
    registerRoutes(app) {
      registerResourceRoutes(app, service);
      registerResourceExport(app, { service, database, audit: needs.marks.audit });
      registerEnrollmentRoutes(app, tokens);
      registerBoardRoutes(app, board);
      registerEquipmentRoutes(app, equipment);
      registerAttachmentRoutes(app, ATTACHMENTS, attachments);
      registerResourceFieldRoutes(app, needs);
    },
  };
}
