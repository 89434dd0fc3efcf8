// What the resource routes take and answer. Bodies of other nouns of this module: enrollment-schemas.ts, board-schemas.ts.
import { type Static, type TProperties, Type } from "typebox";
import { pageQuery, sortQuery } from "../../http/pagination.ts";
import { Id, Instant, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";
import { Cover } from "../clients/index.ts";
import { Equipment, equipmentProperties } from "./equipment-schemas.ts";

/** One of a list's columns that is not a property of the row. A day is YYYY-MM-DD, an instant ISO 8601, a size bytes; null is not known. */
export type Cell = string | number | boolean | string[] | null;

const Share = Type.Number({ minimum: 0, description: "0 to 1" });
const Bytes = Type.Number({ minimum: 0 });
const PerSecond = Type.Number({ minimum: 0 });
const oneOf = <Value extends string>(...values: Value[]) => Type.Unsafe<Value>({ type: "string", enum: values });

const PLATFORMS = ["unknown", "linux", "windows", "macos"] as const;
export const SHOWN_PRESENCES = ["online", "not_answering", "offline", "pending", "none"] as const;
export type ShownPresence = (typeof SHOWN_PRESENCES)[number];
const PRESENCE_FILTERS = ["online", "not_answering", "offline", "pending"] as const;

export const AgentSummary = Type.Object(
  { id: Id, state: oneOf("pending", "active", "refused", "revoked", "unenrolled"), version: Type.String(), enrolledAt: Instant },
  { $id: "AgentSummary" },
);
export const MemoryUse = Type.Object({ usedBytes: Bytes, totalBytes: Bytes }, { $id: "MemoryUse" });
export const WorstVolume = Type.Object({ mount: Type.String(), usedShare: Share, freeBytes: Bytes }, { $id: "WorstVolume" });

const Text = nullable(Type.String());
const Known = nullable(Type.Boolean());
/** The few facts of a machine's inventory that lists show; null is unknown. */
export const ResourceTraits = Type.Object(
  {
    osVersion: Text,
    manufacturer: Text,
    model: Text,
    serial: Text,
    chassis: Text,
    virtual: Known,
    memoryBytes: nullable(Bytes),
    diskBytes: nullable(Bytes),
    encrypted: Known,
    diskFailing: Known,
    antivirusOn: Known,
    firewallOn: Known,
    rebootPending: Known,
    updatesPending: nullable(Type.Integer({ minimum: 0 })),
    updatesCritical: nullable(Type.Integer({ minimum: 0 })),
  },
  { $id: "ResourceTraits" },
);
export type ResourceTraits = Static<typeof ResourceTraits>;

const rowProperties = {
  id: Id,
  name: Type.String(),
  hostname: Type.String(),
  client: ref(Named),
  site: ref(Named),
  group: nullable(ref(Named)),
  platform: oneOf(...PLATFORMS),
  osName: Type.String(),
  agent: nullable(ref(AgentSummary)),
  presence: oneOf(...SHOWN_PRESENCES),
  online: Type.Boolean({ description: "An agent answers now, approved or not" }),
  presenceSince: nullable(Instant),
  lastSeenAt: nullable(Instant),
  cpu: nullable(Share),
  memory: nullable(ref(MemoryUse)),
  worstVolume: nullable(ref(WorstVolume)),
  uptimeSeconds: nullable(Type.Number({ minimum: 0 })),
  cpuSpark: Type.Array(nullable(Share), {
    description: "Busy share in each of the last 30 minutes, oldest first; null where nothing came",
  }),
  traits: Type.Optional(nullable(ref(ResourceTraits))),
  equipment: Type.Optional(ref(Equipment)),
  createdAt: Instant,
  version: Version,
} satisfies TProperties;

export const ResourceRow = Type.Object(rowProperties, { $id: "ResourceRow" });
export type ResourceRow = Static<typeof ResourceRow>;

/** A row of a list: all that a ResourceRow has, or what its `columns` ask for. */
export const ListedResource = Type.Object(
  {
    ...Type.Partial(Type.Object(rowProperties)).properties,
    id: rowProperties.id,
    version: rowProperties.version,
    name: rowProperties.name,
    presence: rowProperties.presence,
    online: rowProperties.online,
    cells: Type.Optional(
      Type.Unsafe<Record<string, Cell>>({
        type: "object",
        additionalProperties: true,
        description: "Columns that are no properties of the row, by their names: days as YYYY-MM-DD, sizes in bytes, null where not known",
      }),
    ),
  },
  { $id: "ListedResource" },
);
export type ListedResource = Static<typeof ListedResource>;

export const HostFacts = Type.Object(
  {
    hostname: Type.String(),
    platform: oneOf(...PLATFORMS),
    osName: Type.String(),
    osVersion: Type.String(),
    kernel: Type.String(),
    architecture: Type.String(),
    cpuModel: Type.String(),
    cpuCount: Type.Integer(),
    memoryBytes: Bytes,
    bootAt: nullable(Instant),
    timeZone: Type.String(),
    agentVersion: Type.String(),
    runtimeVersion: Type.String(),
    addresses: Type.Array(Type.String()),
    receivedAt: nullable(Instant),
  },
  { $id: "HostFacts" },
);
export type HostFacts = Static<typeof HostFacts>;

export const LatestMetrics = Type.Object(
  {
    at: Instant,
    cpu: nullable(Type.Object({ busy: Share, ioWait: nullable(Share), load1: nullable(Type.Number()) })),
    memory: nullable(Type.Object({ totalBytes: Bytes, usedBytes: Bytes, swapTotalBytes: Bytes, swapUsedBytes: Bytes })),
    volumes: Type.Array(
      Type.Object({
        mount: Type.String(),
        filesystem: Type.String(),
        totalBytes: Bytes,
        usedBytes: Bytes,
        freeBytes: Bytes,
        inodesTotal: Type.Number(),
        inodesUsed: Type.Number(),
        readOnly: Type.Boolean(),
        removable: Type.Boolean(),
      }),
    ),
    disks: Type.Array(Type.Object({ device: Type.String(), readBytesPerSecond: PerSecond, writtenBytesPerSecond: PerSecond, busy: Share })),
    interfaces: Type.Array(
      Type.Object({
        name: Type.String(),
        receivedBytesPerSecond: PerSecond,
        sentBytesPerSecond: PerSecond,
        errorsPerSecond: PerSecond,
        up: Type.Boolean(),
      }),
    ),
    uptimeSeconds: nullable(Type.Number({ minimum: 0 })),
  },
  { $id: "LatestMetrics" },
);
export type LatestMetrics = Static<typeof LatestMetrics>;

export const CollectorState = Type.Object(
  { name: Type.String(), state: oneOf("ok", "failed", "unsupported"), reason: Type.String(), at: Instant },
  { $id: "CollectorState" },
);
export type CollectorState = Static<typeof CollectorState>;

export const Resource = Type.Object(
  {
    ...rowProperties,
    notes: Type.String(),
    facts: nullable(ref(HostFacts)),
    latest: nullable(ref(LatestMetrics)),
    collectors: Type.Array(ref(CollectorState)),
    quarantined: Type.Integer({ minimum: 0, description: "Records of this resource that could not be applied and were set aside" }),
    contract: nullable(ref(Cover)),
  },
  { $id: "Resource" },
);
export type Resource = Static<typeof Resource>;

export const SORTS = [
  "name",
  "hostname",
  "client",
  "site",
  "group",
  "os",
  "cpu",
  "memory",
  "manufacturer",
  "model",
  "serial",
  "assetTag",
  "lastUser",
  "memorySize",
  "diskSize",
  "encrypted",
  "agentVersion",
  "osVersion",
  "updates",
  "updatesCritical",
  "worstVolume",
  "lastSeenAt",
  "presence",
  "type",
  "acquired",
  "created",
  "warranty",
] as const;
export type ResourceSort = (typeof SORTS)[number];

export const listQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  sort: sortQuery(SORTS, "name"),
  filter: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: 'The fleet\'s own language, e.g. os:"windows 11" disk.encrypted:no software:"firefox"<115',
    }),
  ),
  presence: Type.Optional(
    Type.String({
      pattern: `^(${PRESENCE_FILTERS.join("|")})(,(${PRESENCE_FILTERS.join("|")}))*$`,
      description: `Several with commas: ${PRESENCE_FILTERS.join(",")}`,
    }),
  ),
  clientId: Type.Optional(Id),
  siteId: Type.Optional(Id),
  groupId: Type.Optional(Id),
  platform: Type.Optional(oneOf(...PLATFORMS)),
  columns: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: "Columns with commas, e.g. os,warranty,field.<id>: then a row has them, its name and presence, and nothing else",
    }),
  ),
  typeId: Type.Optional(Id),
  tag: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
  deleted: Type.Optional(
    Type.Unsafe<"true" | "false">({
      type: "string",
      enum: ["true", "false"],
      default: "false",
      description: "Those that were deleted instead",
    }),
  ),
});
export type ListQuery = Static<typeof listQuery>;

export const updateBody = patch({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: "\\S" })),
  siteId: Type.Optional(Id),
  groupId: Type.Optional(nullable(Id)),
  notes: Type.Optional(Type.String({ maxLength: 20_000 })),
  ...equipmentProperties,
});
export type UpdateBody = Static<typeof updateBody>;
