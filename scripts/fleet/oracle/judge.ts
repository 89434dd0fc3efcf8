// The oracle: what the agents had safely on their disks, and what they were told, against what the database holds.
import { Lane } from "@vigia/protocol";
import { contents } from "../agent/truth.ts";
import type { Ask } from "./database.ts";
import { judgeEvents } from "./judge-events.ts";
import { judgePresence } from "./judge-presence.ts";
import { judgeReports } from "./judge-reports.ts";
import { type AgentTruth, laneOf } from "./read-truth.ts";
import { Findings, type Verdict } from "./verdict.ts";

const AGENTS_AT_ONCE = 200;
const LANES = [Lane.LANE_EVENT, Lane.LANE_STATE, Lane.LANE_METRIC];

/** Where the server stands in an agent's lane. */
export type CursorOf = (agent: string, lane: Lane) => { readonly epoch: number; readonly seq: number } | undefined;

export interface JudgeOptions {
  /** Whether agents are connected now and presence is judged; false while the server is down. */
  readonly connected: boolean;
  /**
   * Whether everything had time to arrive. false (a server that was just killed): what lies behind the cursor is still with the agents,
   * and only what the server says it has is judged.
   */
  readonly drained: boolean;
}

/** Compares. The database must not change meanwhile. */
export async function judge(ask: Ask, truths: readonly AgentTruth[], options: JudgeOptions): Promise<Verdict> {
  const findings = new Findings();
  findings.counted.agents = truths.length;
  for (let from = 0; from < truths.length; from += AGENTS_AT_ONCE) {
    const group = truths.slice(from, from + AGENTS_AT_ONCE);
    const cursorOf = await readCursors(ask, group);
    judgeWords(group, cursorOf, findings);
    await judgeEvents(ask, group, cursorOf, options.drained, findings);
    await judgeReports(ask, group, cursorOf, options.drained, findings);
    if (options.drained) await judgeStates(ask, group, findings);
    await judgeQuarantine(ask, group, findings);
    await judgePresence(ask, group, options.connected, findings);
  }
  return findings.verdict();
}

async function readCursors(ask: Ask, truths: readonly AgentTruth[]): Promise<CursorOf> {
  const rows = await ask<{ agent_id: string; lane: number; epoch: string; last_seq: string }>(
    `select agent_id, lane, epoch, last_seq from agent_cursors where agent_id = any($1::uuid[])
     union all select agent_id, lane, epoch, last_seq from telemetry.cursors where agent_id = any($1::uuid[])`,
    [truths.map(({ agent }) => agent)],
  );
  const found = new Map(rows.map((row) => [`${row.agent_id} ${row.lane}`, { epoch: Number(row.epoch), seq: Number(row.last_seq) }]));
  return (agent, lane) => found.get(`${agent} ${lane}`);
}

/** What the server acknowledged once it must never forget. */
function judgeWords(truths: readonly AgentTruth[], cursorOf: CursorOf, findings: Findings): void {
  for (const truth of truths)
    for (const lane of LANES) {
      const { aligned, acked } = laneOf(truth, lane);
      for (const word of aligned)
        if (word.seq < word.acked)
          findings.add("ackAhead", `agent ${truth.a} ${Lane[lane]}: ${word.acked} acknowledged, then the server stood at ${word.seq}`);
      const cursor = cursorOf(truth.agent, lane);
      const stands = cursor?.epoch === truth.epoch ? cursor.seq : 0;
      if (acked > stands) findings.add("ackAhead", `agent ${truth.a} ${Lane[lane]}: ${acked} acknowledged, cursor at ${stands}`);
    }
}

async function judgeStates(ask: Ask, truths: readonly AgentTruth[], findings: Findings): Promise<void> {
  const rows = await ask<{ resource_id: string; key: string; at: string; value: { reason?: string; hostname?: string } }>(
    "select resource_id, key, (extract(epoch from at) * 1000)::bigint::text at, value from telemetry.states where resource_id = any($1::uuid[])",
    [truths.map(({ resource }) => resource)],
  );
  const stored = new Map(rows.map((row) => [`${row.resource_id} ${row.key}`, row]));
  for (const { a, resource, states } of truths)
    for (const [key, { at, hash }] of states) {
      findings.counted.states++;
      const row = stored.get(`${resource} ${key}`);
      if (row !== undefined && Number(row.at) === at && contents.state(row.value.reason ?? row.value.hostname ?? "") === hash) continue;
      findings.add("stateOld", `agent ${a} ${key}: ${at} on its disk, ${row?.at ?? "nothing"} in the database`);
    }
}

async function judgeQuarantine(ask: Ask, truths: readonly AgentTruth[], findings: Findings): Promise<void> {
  const rows = await ask<{ agent_id: string; reason: string; lane: number; seq: string }>(
    "select agent_id, reason, lane, seq from telemetry.quarantine where agent_id = any($1::uuid[])",
    [truths.map(({ agent }) => agent)],
  );
  for (const { agent_id, reason, lane, seq } of rows) findings.add("quarantined", `${agent_id} ${Lane[lane]} ${seq}: ${reason}`);
}
