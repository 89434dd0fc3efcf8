// Metrics: what resources measured. Ingest of the telemetry lanes, rollups, retention, and the charts that are read from them.
// Its tables are the telemetry schema's report_raw, host_*, volume_*, disk_*, interface_*, latest, states and rollup_progress.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { TelemetryHandlers } from "../../delivery/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import type { Log } from "../../log.ts";
import { readChart } from "./chart.ts";
import type { Content } from "./content.ts";
import { createIngest } from "./ingest.ts";
import { createPartitions } from "./partitions.ts";
import { resourceExists } from "./queries.ts";
import { chooseRange } from "./range.ts";
import { registerMetricsRoutes } from "./routes.ts";
import { readSparks } from "./spark.ts";
import { createUpkeep } from "./upkeep.ts";

export interface MetricsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Seconds between two reports of a resource, as its settings say. */
  readonly intervalSeconds: (tx: Tx, organizationId: string, resourceId: string) => Promise<number>;
}

export interface MetricsModule {
  /** For createDelivery. */
  readonly telemetry: TelemetryHandlers<Content>;
  registerRoutes(app: App): void;
  /** Thirty one-minute processor values for each resource, for lists. */
  sparks(tx: Tx, resourceIds: readonly string[]): Promise<Map<string, (number | null)[]>>;
  /** Makes partitions, closes buckets, and keeps on doing so. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createMetrics({ database, clock, log, intervalSeconds }: MetricsParts): MetricsModule {
  const pool = database.telemetry;
  const partitions = createPartitions(pool, clock);
  const upkeep = createUpkeep({ pool, clock, log, partitions });
  return {
    telemetry: createIngest(pool, clock, partitions),
    registerRoutes: (app) =>
      registerMetricsRoutes(app, {
        chart: ({ organizationId, reach }, resourceId, query) =>
          database.withTenant(organizationId, async (tx) => {
            if (!(await resourceExists(tx, reach, resourceId))) throw new AppError("NOT_FOUND", "no such resource");
            return readChart(tx, resourceId, chooseRange(query, clock.now(), await intervalSeconds(tx, organizationId, resourceId)));
          }),
      }),
    sparks: (tx, resourceIds) => readSparks(tx, resourceIds, clock.now()),
    start: () => upkeep.start(),
    stop: () => upkeep.stop(),
  };
}
