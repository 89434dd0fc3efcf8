// What delivery takes, gives and asks of the modules. app.ts joins them.
import type { AgentEvent, Batch, Gap, Lane, LaneCursor, WireRecord } from "@vigia/protocol";
import type pg from "pg";
import type { Tx } from "../database/index.ts";

export interface DeliveringAgent {
  readonly organizationId: string;
  readonly agentId: string;
  readonly resourceId: string;
  /** Not approved yet: only its lane STATE is taken. */
  readonly pending: boolean;
}

/** How the server answers one connection. Calls after it closed must do nothing. */
export interface Reply {
  ack(lane: Lane, epoch: number, seq: number): void;
  resendFrom(lane: Lane, epoch: number, seq: number): void;
  /** The batch breaks the protocol: nothing of it was taken, close the connection. */
  reject(reason: string): void;
  /** The agent has used up its allowance: stop reading its socket for so long, milliseconds. */
  pause(milliseconds: number): void;
}

export interface Delivery {
  /**
   * Where the server stands in the three lanes of this epoch, 0 where it has nothing. From now on nothing of the agent's other epochs is
   * taken, and nothing of its older connections, each of which comes with an agent object of its own.
   */
  cursors(agent: DeliveringAgent, epoch: number): Promise<LaneCursor[]>;
  /**
   * Takes a batch and answers through reply once it is committed. Never throws for what an agent sends. Its records wait in memory as they
   * are: best as unread reports.
   */
  receive(agent: DeliveringAgent, batch: Batch, reply: Reply): void;
  /** Records of this agent that wait; the gateway stops reading its socket while there are more than 1,000. */
  queued(agentId: string): number;
  /** Resolves when everything taken so far is committed (or the delivery was stopped). */
  flush(): Promise<void>;
  /** Commits what waits, for at most `deadlineMs` (10,000), then stops; what is not committed stays with the agents. */
  stop(deadlineMs?: number): Promise<void>;
  stats(): DeliveryStats;
}

/** Counters since start and the present depth, for the server's own metrics. */
export interface DeliveryStats {
  readonly applied: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly holes: number;
  readonly rejected: number;
  /** Batches left unanswered because of the allowance or a full queue. */
  readonly refused: number;
  readonly queued: number;
  /** The same, apart for the lane EVENT and for the lanes STATE and METRIC together. */
  readonly waiting: { readonly event: number; readonly telemetry: number };
}

/** Told how long the work of delivery takes, seconds, for the server's own metrics. Must not throw. */
export interface DeliveryTimings {
  /** One transaction, from its begin to COMMIT. */
  committed(lane: "event" | "telemetry", seconds: number): void;
  /** The database did not take one; it is tried again. */
  failed(lane: "event" | "telemetry"): void;
  /** One batch, from its arrival to the commit that its acknowledgement follows. */
  acknowledged(lane: "event" | "telemetry", seconds: number): void;
}

/** The bodies that lane EVENT carries. */
export interface EventBodies {
  readonly agentEvent: AgentEvent;
  readonly gap: Gap;
}
export type EventCase = keyof EventBodies;

/** A record of lane EVENT as its handler gets it: `atMs` is within the accepted window. */
export type EventRecord<Case extends EventCase> = { readonly epoch: number; readonly seq: number; readonly atMs: number } & Pick<
  EventBodies,
  Case
>;

/** One handler for each case of lane EVENT, run in the transaction that moves the cursor: a new case is a compile error until it has one. */
export type EventHandlers = {
  readonly [Case in EventCase]: (tx: Tx, agent: DeliveringAgent, record: EventRecord<Case>) => Promise<void>;
} & {
  /** The agent's spool is another one than before: write it into the resource's history. */
  readonly spoolReplaced: (tx: Tx, agent: DeliveringAgent, epochs: { before: number; now: number }) => Promise<void>;
};

/** A record of the lanes STATE and METRIC, read and found fit. */
export interface TelemetryItem<Content = unknown> {
  readonly agent: DeliveringAgent;
  readonly seq: number;
  /** When it was measured, milliseconds since 1970, within the accepted window. */
  readonly atMs: number;
  readonly content: Content;
  /** The record itself. */
  readonly record: WireRecord;
}

/** What becomes of the lanes STATE and METRIC. Gaps are delivery's own. */
export interface TelemetryHandlers<Content = unknown> {
  /**
   * Reads the body into what apply() writes. Throws Unfit with the reason for quarantine, WireError when the record is damaged (its batch is
   * refused then). Cheap: runs for every record.
   */
  read(record: WireRecord): Content;
  /** Makes what must exist before the transaction opens (partitions) for records of these times, milliseconds since 1970. */
  prepare(times: readonly number[]): Promise<void>;
  /** Writes all items in the given transaction, or throws and nothing is written. */
  apply(client: pg.PoolClient, items: readonly TelemetryItem<Content>[]): Promise<void>;
}

/**
 * Told after COMMIT, once for each agent and lane: what was applied, in order, without duplicates and without quarantined records; of
 * lane METRIC the last report alone. Must not throw.
 */
export type OnCommitted = (agent: DeliveringAgent, records: readonly WireRecord[]) => void;

/** Told at the places of a commit where a crash would hurt most: some effects written, all written, committed but not acknowledged. */
export type Failpoint = (place: "mid-batch" | "before-commit" | "after-commit") => void;

/** A record that cannot be stored, with the reason for people. */
export class Unfit extends Error {
  override readonly name = "Unfit";
}
