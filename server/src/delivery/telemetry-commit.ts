// One flush of the lanes STATE and METRIC of many agents: cursors, effects, gaps and quarantine in one transaction. A failing flush is
// halved by agents, then by records, until the culprit is alone: no agent can stop another's data.
import { type Lane, WireError, type WireRecord } from "@vigia/protocol";
import type pg from "pg";
import { accept } from "./accept.ts";
import { type Move, moveTelemetryCursors } from "./cursors.ts";
import { isRecordsFault, reasonOf } from "./fault.ts";
import { type GapRow, writeGaps } from "./gaps.ts";
import { createKnownCursors, type KnownCursors } from "./known-cursors.ts";
import { type Fresh, type Plan, plan } from "./plan.ts";
import { type Culprit, quarantineTelemetry } from "./quarantine.ts";
import { type DeliveringAgent, type Failpoint, type TelemetryHandlers, type TelemetryItem, Unfit } from "./types.ts";

/** What one agent has in one lane of one epoch for this flush, in the order it arrived. */
export interface Group {
  readonly agent: DeliveringAgent;
  readonly lane: Lane;
  readonly epoch: number;
  readonly entries: readonly Entry[];
}

/** A record with what was read from it, once: its content, or the reason why it goes to quarantine. Thousands wait for each flush. */
export class Entry {
  readonly record: WireRecord;
  readonly content: unknown;
  readonly unfit: string | undefined;

  constructor(record: WireRecord, content: unknown, unfit?: string) {
    this.record = record;
    this.content = content;
    this.unfit = unfit;
  }

  get seq(): number {
    return this.record.seq ?? 0;
  }

  get atMs(): number {
    return this.record.atMs ?? 0;
  }

  get gap(): WireRecord["gap"] {
    return this.record.body === "gap" ? this.record.gap : undefined;
  }
}

export interface GroupOutcome {
  readonly group: Group;
  readonly plan: Plan<Entry>;
  readonly applied: readonly Entry[];
  readonly quarantined: number;
}

/** Looks at a record once, before it waits in the queue. Throws WireError when it is damaged. */
export function readEntry(handlers: TelemetryHandlers, lane: Lane, record: WireRecord, now: number): Entry {
  try {
    accept(lane, record, now);
    return new Entry(record, record.body === "gap" ? undefined : handlers.read(record));
  } catch (error) {
    if (error instanceof WireError) throw error;
    // Whatever else a record's content makes our reading throw, it is that record alone that is put aside.
    return new Entry(record, undefined, error instanceof Unfit ? error.message : `unreadable: ${reasonOf(error)}`);
  }
}

export interface TelemetryCommitParts {
  readonly pool: pg.Pool;
  readonly handlers: TelemetryHandlers;
  readonly failpoint?: Failpoint | undefined;
}

/**
 * Answers a function that commits groups and tells `done` after every COMMIT. It rejects when the database fails: groups that `done` was
 * not told of may or may not be committed, trying again is safe.
 */
export function createTelemetryCommit({ pool, handlers, failpoint }: TelemetryCommitParts) {
  const cursors = createKnownCursors();

  async function once(groups: readonly Group[]): Promise<GroupOutcome[]> {
    await handlers.prepare(timesOf(groups));
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query("begin");
      const { outcomes, moves } = await apply(client, cursors, handlers, groups, failpoint);
      failpoint?.("before-commit");
      await client.query("commit");
      cursors.moved(moves);
      return outcomes;
    } catch (error) {
      cursors.forget(groups);
      broken = await rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return async function commit(groups: readonly Group[], done: (outcomes: readonly GroupOutcome[]) => void): Promise<void> {
    let outcomes: GroupOutcome[];
    try {
      outcomes = await once(groups);
    } catch (error) {
      if (!isRecordsFault(error)) throw error;
      const halves = halve(groups);
      if (halves !== undefined) {
        await commit(halves[0], done);
        await commit(halves[1], done);
        return;
      }
      outcomes = await once(condemn(groups, reasonOf(error)));
    }
    failpoint?.("after-commit");
    done(outcomes);
  };
}

async function apply(
  client: pg.PoolClient,
  cursors: KnownCursors,
  handlers: TelemetryHandlers,
  groups: readonly Group[],
  failpoint?: Failpoint,
): Promise<{ outcomes: GroupOutcome[]; moves: Move[] }> {
  const cursorOf = await cursors.read(client, groups);
  const items: TelemetryItem[] = [];
  const culprits: Culprit[] = [];
  const gaps: GapRow[] = [];
  const moves: Move[] = [];
  const outcomes = groups.map((group): GroupOutcome => {
    const { agent, lane, epoch } = group;
    const from = cursorOf(agent.agentId, lane);
    const planned = plan(from, epoch, group.entries);
    const applied: Entry[] = [];
    let quarantined = 0;
    for (const fresh of planned.fresh) {
      const { unfit, record } = fresh.record;
      if (unfit !== undefined) {
        culprits.push({ agent, lane, epoch, seq: fresh.seq, reason: unfit, record });
        quarantined++;
        continue;
      }
      applied.push(fresh.record);
      const item = itemOf(group, fresh.record, fresh.seq);
      if (item !== undefined) items.push(item);
      else gaps.push(gapOf(group, fresh));
    }
    if (planned.fresh.length > 0) moves.push({ agent, lane, from, to: { epoch, lastSeq: planned.upto } });
    return { group, plan: planned, applied, quarantined };
  });
  if (items.length > 0) await handlers.apply(client, items);
  if (items.length > 0) failpoint?.("mid-batch");
  await writeGaps(client, gaps);
  await quarantineTelemetry(client, culprits);
  await moveTelemetryCursors(client, moves);
  return { outcomes, moves };
}

/** When the records that can be stored happened. */
function timesOf(groups: readonly Group[]): number[] {
  const times: number[] = [];
  for (const { entries } of groups) for (const { atMs, gap, unfit } of entries) if (unfit === undefined && gap == null) times.push(atMs);
  return times;
}

function itemOf({ agent }: Group, entry: Entry, seq: number): TelemetryItem | undefined {
  if (entry.unfit !== undefined || entry.gap != null) return undefined;
  return { agent, seq, atMs: entry.atMs, content: entry.content, record: entry.record };
}

function gapOf({ agent, lane, epoch }: Group, { record, from, seq }: Fresh<Entry>): GapRow {
  return { agent, lane, epoch, from, to: seq, firstAtMs: record.gap?.firstAtMs ?? 0, lastAtMs: record.gap?.lastAtMs ?? 0 };
}

/** Two halves of the groups, or of the one group's records; undefined when one record is alone. */
function halve(groups: readonly Group[]): [Group[], Group[]] | undefined {
  const middle = Math.ceil(groups.length / 2);
  if (groups.length > 1) return [groups.slice(0, middle), groups.slice(middle)];
  const [group] = groups;
  if (group === undefined || group.entries.length < 2) return undefined;
  const half = Math.ceil(group.entries.length / 2);
  return [[{ ...group, entries: group.entries.slice(0, half) }], [{ ...group, entries: group.entries.slice(half) }]];
}

const condemn = (groups: readonly Group[], reason: string): Group[] =>
  groups.map((group) => ({ ...group, entries: group.entries.map(({ record }) => new Entry(record, undefined, reason)) }));

/** Answers the error that makes the connection unusable, or undefined when it may be used again. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
