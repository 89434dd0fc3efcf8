// One group of an agent's events: cursor, effects and quarantine in one transaction; a failing group is halved until the culprit is alone.
import { Lane, type WireRecord } from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import type { Database, Tx } from "../database/index.ts";
import { accept } from "./accept.ts";
import { lockEventCursor, moveEventCursor } from "./cursors.ts";
import { isRecordsFault, reasonOf } from "./fault.ts";
import { type Fresh, plan } from "./plan.ts";
import { type Culprit, quarantineEvents } from "./quarantine.ts";
import { type DeliveringAgent, type EventHandlers, type Failpoint, Unfit } from "./types.ts";

export interface Outcome {
  /** The cursor after it. */
  readonly upto: number;
  readonly resendFrom: number | undefined;
  readonly applied: readonly WireRecord[];
  readonly duplicates: number;
  readonly quarantined: number;
}

export interface EventCommitParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly handlers: EventHandlers;
  readonly failpoint?: Failpoint | undefined;
}

/**
 * Answers a function that applies records of one agent and epoch, in order, and tells `done` after every COMMIT (several when it had to
 * halve). It rejects when the database fails: what `done` was not told may or may not be committed, trying again is safe.
 */
export function createEventCommit({ database, clock, handlers, failpoint }: EventCommitParts) {
  const once = (agent: DeliveringAgent, epoch: number, records: readonly WireRecord[], condemned?: string): Promise<Outcome> =>
    database.withTenant(agent.organizationId, async (tx) => {
      const cursor = await lockEventCursor(tx, agent);
      const planned = plan(cursor, epoch, records);
      const applied: WireRecord[] = [];
      const culprits: Culprit[] = [];
      if (planned.fresh.length > 0) {
        if (planned.replaced !== undefined) await handlers.spoolReplaced(tx, agent, { before: planned.replaced, now: epoch });
        for (const one of planned.fresh) {
          const reason = condemned ?? unfit(one.record, clock.now());
          if (reason === undefined) {
            await handle(tx, handlers, agent, epoch, one);
            applied.push(one.record);
            failpoint?.("mid-batch");
          } else culprits.push({ agent, lane: Lane.LANE_EVENT, epoch, seq: one.seq, reason, record: one.record });
        }
        await quarantineEvents(tx, culprits);
        await moveEventCursor(tx, agent, cursor, { epoch, lastSeq: planned.upto });
        failpoint?.("before-commit");
      }
      return { upto: planned.upto, resendFrom: planned.resendFrom, applied, duplicates: planned.duplicates, quarantined: culprits.length };
    });

  return async function commit(
    agent: DeliveringAgent,
    epoch: number,
    records: readonly WireRecord[],
    done: (outcome: Outcome) => void,
  ): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await once(agent, epoch, records);
    } catch (error) {
      if (!isRecordsFault(error)) throw error;
      if (records.length > 1) {
        const middle = Math.ceil(records.length / 2);
        await commit(agent, epoch, records.slice(0, middle), done);
        await commit(agent, epoch, records.slice(middle), done);
        return;
      }
      outcome = await once(agent, epoch, records, reasonOf(error));
    }
    failpoint?.("after-commit");
    done(outcome);
  };
}

function unfit(record: WireRecord, now: number): string | undefined {
  try {
    accept(Lane.LANE_EVENT, record, now);
    return undefined;
  } catch (error) {
    if (error instanceof Unfit) return error.message;
    throw error;
  }
}

async function handle(tx: Tx, handlers: EventHandlers, agent: DeliveringAgent, epoch: number, { record, seq, from }: Fresh<WireRecord>) {
  const place = { epoch, seq, atMs: record.atMs ?? 0 };
  if (record.body === "agentEvent") await handlers.agentEvent(tx, agent, { ...place, agentEvent: record.agentEvent });
  else if (record.body === "gap") await handlers.gap(tx, agent, { ...place, gap: { ...record.gap, from } });
}
