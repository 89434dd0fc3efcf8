// The server's nouns as the console uses them; all come from its OpenAPI document.
import type { components } from "./schema.gen.ts";

type Schemas = components["schemas"];
export type Session = Schemas["Session"];
export type Client = Schemas["Client"];
export type Site = Schemas["Site"];
export type ResourceRow = Schemas["ResourceRow"];
export type Resource = Schemas["Resource"];
export type Latest = NonNullable<Resource["latest"]>;
export type Facts = NonNullable<Resource["facts"]>;
export type Collector = Resource["collectors"][number];
export type ResourceEvent = Schemas["ResourceEvent"];
export type Metrics = Schemas["ResourceMetrics"];
export type MetricSeries = Metrics["series"][number];
export type EnrollmentToken = Schemas["EnrollmentToken"];
export type Overview = Schemas["Overview"];
export type SearchItem = Schemas["SearchItem"];
export type Setting = Schemas["SettingItem"];
export type Presence = ResourceRow["presence"];

/** What a row shows of the newest measurement (live topic "latest:<id>"). */
export interface LatestRow {
  readonly id: string;
  readonly at: string;
  readonly cpu: number | null;
  readonly memory: ResourceRow["memory"];
  readonly worstVolume: ResourceRow["worstVolume"];
  readonly uptimeSeconds: number | null;
}

/** One item of a live "presence" event. */
export interface PresenceItem {
  readonly id: string;
  readonly presence: Presence;
  readonly online: boolean;
  readonly since: string | null;
  readonly lastSeenAt: string | null;
}

/** Where a setting can be set. */
export type SettingScope = "organization" | "client" | "site" | "group" | "resource";
