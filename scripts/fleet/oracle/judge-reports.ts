// Lane METRIC: every report exactly once and as it was, missing only where a Gap says so, and Gaps only where something is missing.
import { Lane } from "@vigia/protocol";
import { contents } from "../agent/truth.ts";
import { group } from "../group.ts";
import type { Ask } from "./database.ts";
import type { CursorOf } from "./judge.ts";
import type { AgentTruth, Range, Safe } from "./read-truth.ts";
import type { Findings } from "./verdict.ts";

interface Row {
  readonly resource_id: string;
  readonly at: string;
  readonly cpu: number;
  readonly memory_used: number;
}
interface GapRow {
  readonly agent_id: string;
  readonly from_seq: string;
  readonly to_seq: string;
}

/** The product keeps single reports for 48 hours; what reaches it near that age may be on either side. */
const RAW_KEPT_MS = 47 * 3_600_000;

const within = (ranges: readonly Range[], seq: number): boolean => ranges.some(({ from, to }) => from <= seq && seq <= to);

/** `drained`: what lies behind the cursor must be there as well. */
export async function judgeReports(
  ask: Ask,
  truths: readonly AgentTruth[],
  cursorOf: CursorOf,
  drained: boolean,
  findings: Findings,
): Promise<void> {
  const rows = await ask<Row>(
    `select resource_id, (extract(epoch from at) * 1000)::bigint::text at, cpu, memory_used from telemetry.report_raw where resource_id = any($1::uuid[])`,
    [truths.map(({ resource }) => resource)],
  );
  const gaps = await ask<GapRow>(
    `select g.agent_id, g.from_seq, g.to_seq from telemetry.gaps g
     join unnest($1::uuid[], $2::bigint[]) as t(id, epoch) on t.id = g.agent_id and t.epoch = g.epoch where g.lane = $3`,
    [truths.map(({ agent }) => agent), truths.map(({ epoch }) => epoch), Lane.LANE_METRIC],
  );
  const rowsOf = group(rows, (row) => row.resource_id);
  const gapsOf = group(gaps, (gap) => gap.agent_id);
  for (const truth of truths) {
    const said = (gapsOf.get(truth.agent) ?? []).map((gap) => ({ from: Number(gap.from_seq), to: Number(gap.to_seq) }));
    findings.counted.gaps += said.length;
    const cursor = cursorOf(truth.agent, Lane.LANE_METRIC);
    const upto = cursor?.epoch === truth.epoch ? cursor.seq : 0;
    judgeAgent(truth, rowsOf.get(truth.resource) ?? [], said, upto, drained, findings);
  }
}

function judgeAgent(
  truth: AgentTruth,
  rows: readonly Row[],
  said: readonly Range[],
  upto: number,
  drained: boolean,
  findings: Findings,
): void {
  const stored = new Map<number, Row>();
  for (const row of rows) {
    const at = Number(row.at);
    if (stored.has(at)) findings.add("reportDoubled", `agent ${truth.a} report of ${at}`);
    stored.set(at, row);
  }
  const numbers = new Set(truth.metric.records.map(({ seq }) => seq));
  for (let seq = 1; seq <= upto; seq++)
    if (!numbers.has(seq) && !within(said, seq))
      findings.add("reportLost", `agent ${truth.a} number ${seq} was never a report and no Gap says so`);
  for (const safe of truth.metric.records) {
    findings.counted.reports++;
    // Older ones are in the rollups alone; their numbers were judged above.
    if (safe.at < Date.now() - RAW_KEPT_MS) continue;
    const row = stored.get(safe.at);
    const gone = within(said, safe.seq);
    if (gone && !within(truth.metric.dropped, safe.seq)) findings.add("gapInvented", `agent ${truth.a} report ${safe.seq} was still there`);
    if (row !== undefined) compare(truth, safe, row, findings);
    else if (gone) continue;
    else if (safe.seq <= upto) findings.add(explains(truth, safe), `agent ${truth.a} report ${safe.seq} is missing, cursor at ${upto}`);
    else if (drained) findings.add("reportLost", `agent ${truth.a} report ${safe.seq}, cursor at ${upto}`);
  }
}

/** A report that the spool let go of needs a Gap; one that it held was passed over by the cursor. */
const explains = (truth: AgentTruth, safe: Safe) => (within(truth.metric.dropped, safe.seq) ? "reportLost" : "cursorAhead");

function compare(truth: AgentTruth, safe: Safe, row: Row, findings: Findings): void {
  if (contents.report(row.cpu, row.memory_used) !== safe.hash) findings.add("reportChanged", `agent ${truth.a} report ${safe.seq}`);
}
