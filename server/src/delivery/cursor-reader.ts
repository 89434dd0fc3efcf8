// Answers where the server stands with an agent that says hello. Hellos that come together are read together: a storm of thousands of
// reconnecting agents costs a few queries, not one for each agent.
import { Lane, type LaneCursor } from "@vigia/protocol";
import type { Database } from "../database/index.ts";
import { gather } from "../gather.ts";
import type { DeliveringAgent } from "./types.ts";

interface Asked {
  readonly organizationId: string;
  readonly agent: DeliveringAgent;
  readonly epoch: number;
}

interface Row {
  agent_id: string;
  lane: number;
  epoch: bigint | string;
  last_seq: bigint | string;
}

const LANES = [Lane.LANE_EVENT, Lane.LANE_STATE, Lane.LANE_METRIC];

export interface CursorReader {
  /** The cursors of the three lanes, 0 where the lane's epoch is another one. Rejects when the database does not answer. */
  read(agent: DeliveringAgent, epoch: number): Promise<LaneCursor[]>;
}

export function createCursorReader(database: Database): CursorReader {
  const read = gather<Asked, LaneCursor[]>(async (organizationId, group) => {
    const rows = await rowsOf(database, organizationId, group);
    return group.map(({ agent, epoch }) => cursorsOf(rows.get(agent.agentId) ?? [], epoch));
  });
  return { read: (agent, epoch) => read({ organizationId: agent.organizationId, agent, epoch }) };
}

async function rowsOf(database: Database, organizationId: string, group: readonly Asked[]): Promise<Map<string, Row[]>> {
  const ids = group.map(({ agent }) => agent.agentId);
  const [events, telemetry] = await Promise.all([
    database.withTenant(
      organizationId,
      (tx) => tx.$queryRaw<Row[]>`
        select agent_id, lane, epoch, last_seq from agent_cursors
        where organization_id = ${organizationId}::uuid and agent_id = any(${ids}::uuid[])`,
    ),
    database.telemetry.query<Row>("select agent_id, lane, epoch, last_seq from telemetry.cursors where agent_id = any($1::uuid[])", [ids]),
  ]);
  const found = new Map<string, Row[]>();
  for (const row of [...events, ...telemetry.rows]) found.set(row.agent_id, [...(found.get(row.agent_id) ?? []), row]);
  return found;
}

function cursorsOf(rows: readonly Row[], epoch: number): LaneCursor[] {
  return LANES.map((lane) => {
    const row = rows.find((one) => one.lane === lane);
    return { lane, lastSeq: row !== undefined && Number(row.epoch) === epoch ? Number(row.last_seq) : 0 };
  });
}
