// Lane EVENT: every event exactly once, as it was, in order.
import { Lane } from "@vigia/protocol";
import { contents } from "../agent/truth.ts";
import { group } from "../group.ts";
import type { Ask } from "./database.ts";
import type { CursorOf } from "./judge.ts";
import type { AgentTruth, Safe } from "./read-truth.ts";
import type { Findings } from "./verdict.ts";

interface Row {
  readonly resource_id: string;
  readonly seq: string;
  readonly at: string;
  readonly received_at: string;
  readonly kind: string;
  readonly detail: string;
}

/** `drained`: what lies behind the cursor must be there as well. */
export async function judgeEvents(
  ask: Ask,
  truths: readonly AgentTruth[],
  cursorOf: CursorOf,
  drained: boolean,
  findings: Findings,
): Promise<void> {
  const rows = await ask<Row>(
    `select e.resource_id, e.seq, (extract(epoch from e.at) * 1000)::bigint::text at, e.kind, e.detail,
       (extract(epoch from e.received_at) * 1000)::bigint::text received_at
     from resource_events e join unnest($1::uuid[], $2::bigint[]) as t(id, epoch) on t.id = e.resource_id and t.epoch = e.epoch
     where e.source = 'agent' order by e.resource_id, e.seq`,
    [truths.map(({ resource }) => resource), truths.map(({ epoch }) => epoch)],
  );
  const byResource = group(rows, (row) => row.resource_id);
  for (const truth of truths) judgeAgent(truth, byResource.get(truth.resource) ?? [], cursorOf, drained, findings);
}

function judgeAgent(truth: AgentTruth, rows: readonly Row[], cursorOf: CursorOf, drained: boolean, findings: Findings): void {
  const cursor = cursorOf(truth.agent, Lane.LANE_EVENT);
  const upto = cursor?.epoch === truth.epoch ? cursor.seq : 0;
  const stored = new Map<number, Row>();
  let receivedAt = 0;
  for (const row of rows) {
    const seq = Number(row.seq);
    if (stored.has(seq)) findings.add("eventDoubled", `agent ${truth.a} event ${seq}`);
    stored.set(seq, row);
    if (Number(row.received_at) < receivedAt) findings.add("eventOrder", `agent ${truth.a} event ${seq}`);
    receivedAt = Number(row.received_at);
  }
  // A lost event is said by one that stands for it and those before.
  const lost = rows
    .filter((row) => row.kind === "events_lost")
    .map((row) => ({ from: Number(row.seq) - Number(row.detail) + 1, to: Number(row.seq) }));
  findings.counted.gaps += lost.length;
  for (const safe of truth.event.records) {
    findings.counted.events++;
    if (lost.some(({ from, to }) => from <= safe.seq && safe.seq <= to)) continue;
    const row = stored.get(safe.seq);
    if (row !== undefined) compare(truth, safe, row, findings);
    else if (safe.seq <= upto) findings.add("cursorAhead", `agent ${truth.a} event ${safe.seq} is missing, cursor at ${upto}`);
    else if (drained) findings.add("eventLost", `agent ${truth.a} event ${safe.seq}, cursor at ${upto}`);
  }
}

function compare(truth: AgentTruth, safe: Safe, row: Row, findings: Findings): void {
  if (Number(row.at) !== safe.at || contents.event(row.detail) !== safe.hash)
    findings.add("eventChanged", `agent ${truth.a} event ${safe.seq}`);
}
