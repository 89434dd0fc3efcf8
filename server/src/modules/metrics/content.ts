// A record of the lanes STATE and METRIC as the ingest needs it: read, checked and put into its row once, before it waits for its flush.
import { UnreadReport, type WireRecord } from "@vigia/protocol";
import { Unfit } from "../../delivery/index.ts";
import { createFlatRows } from "./flat-row.ts";
import { readReport } from "./read-report.ts";
import { readCollectorStatus, readHostFacts, type State } from "./read-state.ts";
import { encodeRow } from "./report-row.ts";

/** Of a report its row alone (report-row.ts), empty when it measured nothing that is stored. The report's objects are not kept. */
export type Content = Uint8Array | { readonly state: State };

const NOTHING = new Uint8Array();

/** Answers what reads a record. It throws Unfit with the reason when the record cannot be stored, WireError when its report is damaged. */
export function createContentReader(): (record: WireRecord) => Content {
  const flatRow = createFlatRows();
  return (record) => {
    const row = record instanceof UnreadReport ? flatRow(record) : undefined;
    return row ?? readContent(record);
  };
}

function readContent(record: WireRecord): Content {
  if (record.body === "metrics") {
    const rows = readReport(record.metrics);
    return rows.some((of) => of.length > 0) ? encodeRow(rows) : NOTHING;
  }
  if (record.body === "hostFacts") return { state: readHostFacts(record.hostFacts) };
  if (record.body === "collectorStatus") return { state: readCollectorStatus(record.collectorStatus) };
  throw new Unfit("neither a report nor a state");
}
