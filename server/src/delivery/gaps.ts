// Records an agent had to drop, as it says itself: the only holes there may be in what it delivers.
import type { Lane } from "@vigia/protocol";
import type pg from "pg";
import type { DeliveringAgent } from "./types.ts";

export interface GapRow {
  readonly agent: DeliveringAgent;
  readonly lane: Lane;
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970. */
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

export async function writeGaps(client: pg.ClientBase, gaps: readonly GapRow[]): Promise<void> {
  if (gaps.length === 0) return;
  await client.query(
    `insert into telemetry.gaps (organization_id, resource_id, agent_id, lane, epoch, from_seq, to_seq, first_at, last_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::smallint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::timestamptz[], $9::timestamptz[])`,
    [
      gaps.map(({ agent }) => agent.organizationId),
      gaps.map(({ agent }) => agent.resourceId),
      gaps.map(({ agent }) => agent.agentId),
      gaps.map(({ lane }) => lane),
      gaps.map(({ epoch }) => epoch),
      gaps.map(({ from }) => from),
      gaps.map(({ to }) => to),
      gaps.map(({ firstAtMs }) => new Date(firstAtMs).toISOString()),
      gaps.map(({ lastAtMs }) => new Date(lastAtMs).toISOString()),
    ],
  );
}
