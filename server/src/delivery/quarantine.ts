// Records that cannot be stored are kept apart with the reason, so that one agent never stops another and nothing vanishes unseen.
import { type Lane, UnreadReport, WireRecord } from "@vigia/protocol";
import type pg from "pg";
import type { Tx } from "../database/index.ts";
import { newId } from "../ids.ts";
import type { DeliveringAgent } from "./types.ts";

/** Most bytes kept of one record: enough to see what it is, too few to fill the database with. */
const MAX_BYTES = 1_024;

export interface Culprit {
  readonly agent: DeliveringAgent;
  readonly lane: Lane;
  readonly epoch: number;
  readonly seq: number;
  readonly reason: string;
  readonly record: WireRecord;
}

/** The first of the record's own bytes; none when it cannot even be encoded again. */
function bytesOf(record: WireRecord): Uint8Array {
  if (record instanceof UnreadReport) return record.bytes.subarray(0, MAX_BYTES);
  try {
    return WireRecord.encode(record).subarray(0, MAX_BYTES);
  } catch {
    // Made by something else than the decoder: the reason alone must do.
    return new Uint8Array();
  }
}

/** PostgreSQL's text holds no NUL; a reason may quote what the agent sent. */
const clean = (text: string): string => text.replaceAll("\0", "").slice(0, 500);

/** In the application's transaction (lane EVENT). */
export async function quarantineEvents(tx: Tx, culprits: readonly Culprit[]): Promise<void> {
  for (const { agent, lane, epoch, seq, reason, record } of culprits) {
    await tx.$executeRaw`
      insert into telemetry.quarantine (id, organization_id, resource_id, agent_id, lane, epoch, seq, reason, record)
      values (${newId()}::uuid, ${agent.organizationId}::uuid, ${agent.resourceId}::uuid, ${agent.agentId}::uuid,
        ${lane}::smallint, ${epoch}::bigint, ${seq}::bigint, ${clean(reason)}, ${bytesOf(record)})`;
  }
}

/** In the telemetry role's transaction (lanes STATE and METRIC). */
export async function quarantineTelemetry(client: pg.ClientBase, culprits: readonly Culprit[]): Promise<void> {
  if (culprits.length === 0) return;
  await client.query(
    `insert into telemetry.quarantine (id, organization_id, resource_id, agent_id, lane, epoch, seq, reason, record)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::bigint[], $7::bigint[], $8::text[], $9::bytea[])`,
    [
      culprits.map(() => newId()),
      culprits.map(({ agent }) => agent.organizationId),
      culprits.map(({ agent }) => agent.resourceId),
      culprits.map(({ agent }) => agent.agentId),
      culprits.map(({ lane }) => lane),
      culprits.map(({ epoch }) => epoch),
      culprits.map(({ seq }) => seq),
      culprits.map(({ reason }) => clean(reason)),
      culprits.map(({ record }) => Buffer.from(bytesOf(record))),
    ],
  );
}
