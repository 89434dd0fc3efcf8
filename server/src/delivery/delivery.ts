// Builds the delivery: checks a batch's form, holds each agent to its limits, and hands it to its lane.
import { type Batch, Lane, WireError, type WireRecord } from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/index.ts";
import type { Log } from "../log.ts";
import { isLane } from "./accept.ts";
import { createAllowance, EVENT_ALLOWANCE_BYTES, weigh } from "./allowance.ts";
import { createCursorReader } from "./cursor-reader.ts";
import { createEventCommit } from "./event-commit.ts";
import { createEventLane } from "./event-lane.ts";
import { createHolds } from "./holds.ts";
import { malformed } from "./plan.ts";
import { createTelemetryCommit, type Entry, readEntry } from "./telemetry-commit.ts";
import { createTelemetryWriter } from "./telemetry-writer.ts";
import { createTimed } from "./timed.ts";
import type {
  DeliveringAgent,
  Delivery,
  DeliveryTimings,
  EventHandlers,
  Failpoint,
  OnCommitted,
  Reply,
  TelemetryHandlers,
} from "./types.ts";

/** Records of one agent, and of all together, that may wait in memory; batches beyond are left with their agents. */
const MOST_QUEUED_OF_ONE = 4_096;
const MOST_QUEUED = 200_000;
/** How long an agent beyond these limits is told to be quiet, milliseconds. */
const FULL_PAUSE_MS = 1_000;

export interface DeliveryParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: EventHandlers;
  readonly telemetry: TelemetryHandlers;
  readonly onCommitted?: OnCommitted;
  /** Bytes of telemetry an agent may deliver in an hour (20 MiB). */
  readonly allowanceBytes?: number;
  /** The same of events (64 MiB). */
  readonly eventAllowanceBytes?: number;
  readonly timings?: DeliveryTimings | undefined;
  /** For tests that end the process there. */
  readonly failpoint?: Failpoint | undefined;
}

/** Needs no start: it works when something arrives. */
export function createDelivery({
  database,
  clock,
  log,
  events,
  telemetry,
  onCommitted,
  allowanceBytes,
  eventAllowanceBytes,
  timings,
  failpoint,
}: DeliveryParts): Delivery {
  const counted = { applied: 0, duplicates: 0, quarantined: 0, holes: 0, rejected: 0, refused: 0 };
  /**
   * Each agent's newest connection, which has an object of its own, and its epoch. What older connections left in the queue is not wanted
   * any more: an agent whose disk lost what it had sent gives those numbers to other records.
   */
  const newest = new Map<string, { readonly agent: DeliveringAgent; readonly epoch: number }>();
  const allowances = new Map(
    [Lane.LANE_EVENT, Lane.LANE_STATE, Lane.LANE_METRIC].map((lane) => {
      const capacity = lane === Lane.LANE_EVENT ? (eventAllowanceBytes ?? EVENT_ALLOWANCE_BYTES) : allowanceBytes;
      return [lane, createAllowance(() => clock.now(), capacity)];
    }),
  );
  const holds = createHolds();
  const reader = createCursorReader(database);
  const timed = createTimed(clock, timings);
  let stopped = false;

  const wanted = (agent: DeliveringAgent, epoch: number) => {
    const known = newest.get(agent.agentId);
    return known?.agent === agent && known.epoch === epoch;
  };

  function count(agent: DeliveringAgent, applied: number, duplicates: number, quarantined: number, hole: boolean): void {
    counted.applied += applied;
    counted.duplicates += duplicates;
    counted.quarantined += quarantined;
    if (hole) counted.holes++;
    if (quarantined > 0) log.warn({ agentId: agent.agentId, records: quarantined }, "records were put into quarantine");
  }

  const eventLane = createEventLane({
    commit: timed.commit("event", createEventCommit({ database, clock, handlers: events, failpoint })),
    wanted,
    committed: (agent, { applied, duplicates, quarantined, resendFrom }) => {
      count(agent, applied.length, duplicates, quarantined, resendFrom !== undefined);
      if (applied.length > 0) onCommitted?.(agent, applied);
    },
    settled: (batches) => timed.settled("event", batches),
    log,
  });
  const writer = createTelemetryWriter({
    commit: timed.commit("telemetry", createTelemetryCommit({ pool: database.telemetry, handlers: telemetry, failpoint })),
    wanted: ({ agent, epoch }) => wanted(agent, epoch),
    committed: ({ group: { agent, lane }, plan, applied, quarantined }) => {
      count(agent, applied.length, plan.duplicates, quarantined, plan.resendFrom !== undefined);
      const told = lane === Lane.LANE_METRIC ? applied.filter(({ gap }) => gap == null).slice(-1) : applied;
      if (told.length > 0)
        onCommitted?.(
          agent,
          told.map(({ record }) => record),
        );
    },
    settled: (batches) => timed.settled("telemetry", batches),
    now: () => clock.now(),
    log,
  });

  const queued = (agentId: string) => eventLane.queued(agentId) + writer.queued(agentId);

  /** Leaves a batch with its agent: nothing is taken, and the lane goes on when the agent sends it again. */
  function refuse(agent: DeliveringAgent, lane: Lane, epoch: number, records: readonly WireRecord[], reply: Reply, pauseMs: number): void {
    counted.refused++;
    reply.pause(pauseMs);
    holds.hold(agent.agentId, lane, pauseMs, () => {
      if (!stopped && wanted(agent, epoch)) reply.resendFrom(lane, epoch, records[0]?.gap?.from ?? records[0]?.seq ?? 1);
    });
  }

  function reject(reply: Reply, problem: string): void {
    counted.rejected++;
    reply.reject(problem);
  }

  /** What was read of each record; undefined when one of them is damaged, which is told. */
  function read(lane: Lane, records: readonly WireRecord[], now: number, reply: Reply): Entry[] | undefined {
    try {
      return records.map((record) => readEntry(telemetry, lane, record, now));
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      reject(reply, `${error.code}: ${error.message}`);
      return undefined;
    }
  }

  function receive(agent: DeliveringAgent, batch: Batch, reply: Reply): void {
    const { lane } = batch;
    const records = batch.records ?? [];
    const epoch = batch.epoch ?? 0;
    const problem = isLane(lane) ? malformed(epoch, records) : "the lane is unknown";
    if (problem !== undefined || !isLane(lane)) {
      reject(reply, problem ?? "the lane is unknown");
      return;
    }
    if (!newest.has(agent.agentId)) newest.set(agent.agentId, { agent, epoch });
    if (stopped || records.length === 0 || !wanted(agent, epoch)) return;
    if (agent.pending && lane !== Lane.LANE_STATE) return;
    if (holds.isHeld(agent.agentId, lane)) return;
    if (queued(agent.agentId) + records.length > MOST_QUEUED_OF_ONE || writer.depth > MOST_QUEUED) {
      refuse(agent, lane, epoch, records, reply, FULL_PAUSE_MS);
      return;
    }
    const bytes = records.reduce((sum, record) => sum + weigh(record), 0);
    const waitMs = allowances.get(lane)?.take(agent.agentId, bytes);
    if (waitMs !== undefined) {
      refuse(agent, lane, epoch, records, reply, waitMs);
      return;
    }
    if (lane === Lane.LANE_EVENT) {
      eventLane.take({ agent, epoch, records, reply, arrivedAt: clock.now() });
      return;
    }
    const now = clock.now();
    const entries = read(lane, records, now, reply);
    if (entries !== undefined) writer.take({ agent, lane, epoch, entries, reply, arrivedAt: now });
  }

  const flush = async () => {
    await Promise.all([eventLane.idle(), writer.flush()]);
  };

  return {
    async cursors(agent, epoch) {
      newest.set(agent.agentId, { agent, epoch });
      holds.release(agent.agentId);
      for (const allowance of allowances.values()) allowance.sweep();
      // What an older connection has in a transaction counts before the agent is told where it stands.
      await Promise.all([eventLane.underWay(agent.agentId), writer.underWay(agent.agentId)]);
      return reader.read(agent, epoch);
    },
    receive,
    queued,
    flush,
    async stop(deadlineMs = 10_000) {
      stopped = true;
      holds.stop();
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs);
      });
      await Promise.race([flush(), deadline]);
      clearTimeout(timer);
      await Promise.all([eventLane.stop(), writer.stop()]);
    },
    stats() {
      const waiting = { event: eventLane.depth(), telemetry: writer.depth };
      return { ...counted, waiting, queued: waiting.event + waiting.telemetry };
    },
  };
}
