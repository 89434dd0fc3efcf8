// A record of the lanes STATE and METRIC as the ingest needs it: read and checked once, before it waits for its flush.
import type { Metrics, WireRecord } from "@vigia/protocol";
import { Unfit } from "../../delivery/index.ts";
import { type ReportRows, readReport } from "./read-report.ts";
import { readCollectorStatus, readHostFacts, type State } from "./read-state.ts";

export type Content = { readonly report: Metrics; readonly rows: ReportRows } | { readonly state: State };

/** Throws Unfit with the reason when the record cannot be stored. */
export function readContent(record: WireRecord): Content {
  if (record.body === "metrics") return { report: record.metrics, rows: readReport(record.metrics) };
  if (record.body === "hostFacts") return { state: readHostFacts(record.hostFacts) };
  if (record.body === "collectorStatus") return { state: readCollectorStatus(record.collectorStatus) };
  throw new Unfit("neither a report nor a state");
}
