// What agents report, on its way into the database: outcomes, what waits, and how long commits and acknowledgements take.
import { Counter, Histogram, type Registry } from "prom-client";
import type { Delivery, DeliveryTimings } from "../../delivery/index.ts";
import { by, type Figure } from "./figure.ts";

const COMMIT_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const ACK_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function recordFigures({ stats }: Pick<Delivery, "stats">): Figure[] {
  return [
    by("outcome", "counter", "records_total", "Records of agents by what became of them", () => {
      const { applied, duplicates: duplicate, quarantined } = stats();
      return { applied, duplicate, quarantined };
    }),
    by("outcome", "counter", "batches_left_total", "Batches that were not taken as they came", () => {
      const { rejected, refused, holes: hole } = stats();
      return { rejected, refused, hole };
    }),
    by("lane", "gauge", "records_waiting", "Records in memory that wait for the database", () => stats().waiting),
  ];
}

/** Adds the histograms; delivery tells what is answered. */
export function createDeliveryTimings(registry: Registry): DeliveryTimings {
  const labelNames = ["lane"] as const;
  const registers = [registry];
  const commits = new Histogram({
    name: "vigia_commit_duration_seconds",
    help: "Time of one transaction that stores records of agents",
    labelNames,
    buckets: COMMIT_SECONDS,
    registers,
  });
  const acknowledgements = new Histogram({
    name: "vigia_ack_latency_seconds",
    help: "Time from the arrival of a batch to the commit that its acknowledgement follows",
    labelNames,
    buckets: ACK_SECONDS,
    registers,
  });
  const failures = new Counter({
    name: "vigia_commit_failures_total",
    help: "Transactions with records of agents that the database did not take; each is tried again",
    labelNames,
    registers,
  });
  for (const lane of ["event", "telemetry"]) failures.inc({ lane }, 0);
  return {
    committed: (lane, seconds) => commits.observe({ lane }, seconds),
    failed: (lane) => failures.inc({ lane }),
    acknowledged: (lane, seconds) => acknowledgements.observe({ lane }, seconds),
  };
}
