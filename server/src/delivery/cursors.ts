// Where the server stands, as stored: lane EVENT in agent_cursors (application), STATE and METRIC in telemetry.cursors (telemetry role).
// A cursor moves only in the transaction that applies the records, and only from the place where that transaction found it.
import { Lane } from "@vigia/protocol";
import type pg from "pg";
import { int2Array, int8Array, uuidArray } from "../binary-arrays.ts";
import type { Tx } from "../database/index.ts";
import { CursorMoved } from "./fault.ts";
import type { Cursor } from "./plan.ts";
import type { DeliveringAgent } from "./types.ts";

interface StoredCursor {
  epoch: bigint;
  last_seq: bigint;
}

/** The agent's cursor in lane EVENT, locked until the transaction ends. */
export async function lockEventCursor(tx: Tx, agent: DeliveringAgent): Promise<Cursor | undefined> {
  const [row] = await tx.$queryRaw<StoredCursor[]>`
    select epoch, last_seq from agent_cursors
    where organization_id = ${agent.organizationId}::uuid and agent_id = ${agent.agentId}::uuid and lane = ${Lane.LANE_EVENT}::smallint for update`;
  return row && { epoch: Number(row.epoch), lastSeq: Number(row.last_seq) };
}

/** Moves it. Throws CursorMoved when it is not at `from` any more. */
export async function moveEventCursor(tx: Tx, agent: DeliveringAgent, from: Cursor | undefined, to: Cursor): Promise<void> {
  const moved =
    from === undefined
      ? await tx.$executeRaw`
          insert into agent_cursors (organization_id, agent_id, lane, epoch, last_seq)
          values (${agent.organizationId}::uuid, ${agent.agentId}::uuid, ${Lane.LANE_EVENT}::smallint, ${to.epoch}::bigint, ${to.lastSeq}::bigint)
          on conflict do nothing`
      : await tx.$executeRaw`
          update agent_cursors set epoch = ${to.epoch}::bigint, last_seq = ${to.lastSeq}::bigint, moved_at = now()
          where organization_id = ${agent.organizationId}::uuid and agent_id = ${agent.agentId}::uuid and lane = ${Lane.LANE_EVENT}::smallint
            and epoch = ${from.epoch}::bigint and last_seq = ${from.lastSeq}::bigint`;
  if (moved !== 1) throw new CursorMoved("the cursor of lane EVENT moved");
}

export const keyOf = (agentId: string, lane: Lane): string => `${lane}:${agentId}`;

/**
 * The telemetry cursors of these agents, by keyOf. They are not locked: moving them checks that they are still where they were found, which costs a
 * second try in the rare race (an agent that just changed servers) instead of a lock for every report.
 */
export async function readTelemetryCursors(client: pg.ClientBase, agentIds: readonly string[]): Promise<Map<string, Cursor>> {
  const { rows } = await client.query<{ agent_id: string; lane: number; epoch: string; last_seq: string }>({
    name: "delivery-read-cursors",
    text: "select agent_id, lane, epoch, last_seq from telemetry.cursors where agent_id = any($1::uuid[])",
    values: [uuidArray(agentIds)],
  });
  return new Map(rows.map((row) => [keyOf(row.agent_id, row.lane), { epoch: Number(row.epoch), lastSeq: Number(row.last_seq) }]));
}

export interface Move {
  readonly agent: DeliveringAgent;
  readonly lane: Lane;
  readonly from: Cursor | undefined;
  readonly to: Cursor;
}

/** Moves all of them. Throws CursorMoved when any is not where it was. */
export async function moveTelemetryCursors(client: pg.ClientBase, moves: readonly Move[]): Promise<void> {
  const fresh = moves.filter(({ from }) => from === undefined);
  const known = moves.filter(({ from }) => from !== undefined);
  let moved = 0;
  if (known.length > 0) {
    const { rowCount } = await client.query({
      name: "delivery-move-cursors",
      text: `update telemetry.cursors c set epoch = m.epoch, last_seq = m.last_seq
        from unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
          as m (agent_id, lane, epoch, last_seq, from_epoch, from_seq)
        where c.agent_id = m.agent_id and c.lane = m.lane and c.epoch = m.from_epoch and c.last_seq = m.from_seq`,
      values: [
        ...columns(known),
        int8Array(known.map(({ from }) => from?.epoch ?? 0)),
        int8Array(known.map(({ from }) => from?.lastSeq ?? 0)),
      ],
    });
    moved += rowCount ?? 0;
  }
  if (fresh.length > 0) {
    const { rowCount } = await client.query(
      `insert into telemetry.cursors (agent_id, lane, epoch, last_seq, organization_id)
        select * from unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::bigint[], $5::uuid[]) on conflict do nothing`,
      [...columns(fresh), uuidArray(fresh.map(({ agent }) => agent.organizationId))],
    );
    moved += rowCount ?? 0;
  }
  if (moved !== moves.length) throw new CursorMoved("a telemetry cursor moved");
}

const columns = (moves: readonly Move[]) => [
  uuidArray(moves.map(({ agent }) => agent.agentId)),
  int2Array(moves.map(({ lane }) => lane)),
  int8Array(moves.map(({ to }) => to.epoch)),
  int8Array(moves.map(({ to }) => to.lastSeq)),
];
