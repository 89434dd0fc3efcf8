// Answers where the server stands with an agent that says hello. Hellos that come together are read together: a storm of thousands of
// reconnecting agents costs a few queries, not one for each agent.
import { Lane, type LaneCursor } from "@vigia/protocol";
import type { Database } from "../database/index.ts";
import type { DeliveringAgent } from "./types.ts";

/** Hellos of so long are read together, milliseconds. */
const GATHER_MS = 5;
/** Most agents in one query. */
const MOST = 500;

interface Asked {
  readonly agent: DeliveringAgent;
  readonly epoch: number;
  readonly resolve: (cursors: LaneCursor[]) => void;
  readonly reject: (error: unknown) => void;
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
  let asked: Asked[] = [];

  async function answer(): Promise<void> {
    const now = asked;
    asked = [];
    for (const group of groups(now)) {
      try {
        const rows = await rowsOf(database, group);
        for (const one of group) one.resolve(cursorsOf(rows.get(one.agent.agentId) ?? [], one.epoch));
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
  }

  return {
    read: (agent, epoch) =>
      new Promise((resolve, reject) => {
        if (asked.length === 0) setTimeout(() => void answer(), GATHER_MS);
        asked.push({ agent, epoch, resolve, reject });
      }),
  };
}

/** By organization, because a transaction sees one alone. */
function groups(asked: readonly Asked[]): Asked[][] {
  const found = new Map<string, Asked[][]>();
  for (const one of asked) {
    const of = found.get(one.agent.organizationId) ?? [];
    const last = of.at(-1);
    if (last === undefined || last.length >= MOST) of.push([one]);
    else last.push(one);
    found.set(one.agent.organizationId, of);
  }
  return [...found.values()].flat();
}

async function rowsOf(database: Database, group: readonly Asked[]): Promise<Map<string, Row[]>> {
  const ids = group.map(({ agent }) => agent.agentId);
  const organizationId = group[0]?.agent.organizationId ?? "";
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
