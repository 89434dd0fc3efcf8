// Lane EVENT: never dropped, applied through withTenant. One agent's batches go one after the other, those of several agents side by side.
import { Lane, type WireRecord } from "@vigia/protocol";
import type { Log } from "../log.ts";
import { backOff } from "./back-off.ts";
import type { Outcome } from "./event-commit.ts";
import type { DeliveringAgent, Reply } from "./types.ts";

/** Most records in one transaction, unless a single batch has more. */
const GROUP_RECORDS = 200;
/** Transactions at the same time; the rest of the application's connections stay for people. */
const SIDE_BY_SIDE = 4;

export interface EventBatch {
  readonly agent: DeliveringAgent;
  readonly epoch: number;
  readonly records: readonly WireRecord[];
  readonly reply: Reply;
  /** Milliseconds since 1970. */
  readonly arrivedAt: number;
}

export interface EventLane {
  take(batch: EventBatch): void;
  queued(agentId: string): number;
  depth(): number;
  /** Resolves when no transaction of this agent is under way. Another may begin with what is still wanted. */
  underWay(agentId: string): Promise<void>;
  /** Resolves when nothing waits or runs any more, or when stopped. */
  idle(): Promise<void>;
  /** Starts nothing new; what is not committed stays with the agents. */
  stop(): Promise<void>;
}

export interface EventLaneParts {
  readonly commit: (
    agent: DeliveringAgent,
    epoch: number,
    records: readonly WireRecord[],
    done: (outcome: Outcome) => void,
  ) => Promise<void>;
  /** Whether these records are still wanted (their connection and epoch are the agent's present ones). */
  readonly wanted: (agent: DeliveringAgent, epoch: number) => boolean;
  readonly committed: (agent: DeliveringAgent, outcome: Outcome) => void;
  /** These batches came to their end in the database. */
  readonly settled: (batches: readonly EventBatch[]) => void;
  readonly log: Log;
}

export function createEventLane({ commit, wanted, committed, settled, log }: EventLaneParts): EventLane {
  const waiting = new Map<string, EventBatch[]>();
  const busy = new Set<string>();
  const committing = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let idleWaiters: (() => void)[] = [];

  /** The next batches of one agent that fit one transaction: the same connection and epoch, at most GROUP_RECORDS. They stay queued until committed. */
  function groupOf(queue: readonly EventBatch[]): EventBatch[] {
    const group: EventBatch[] = [];
    let records = 0;
    for (const batch of queue) {
      const first = group[0] ?? batch;
      if (batch.agent !== first.agent || batch.epoch !== first.epoch) break;
      if (group.length > 0 && records + batch.records.length > GROUP_RECORDS) break;
      group.push(batch);
      records += batch.records.length;
    }
    return group;
  }

  function answer({ agent, epoch, reply }: EventBatch, outcome: Outcome): void {
    if (outcome.upto >= 1) reply.ack(Lane.LANE_EVENT, epoch, outcome.upto);
    if (outcome.resendFrom !== undefined) reply.resendFrom(Lane.LANE_EVENT, epoch, outcome.resendFrom);
    committed(agent, outcome);
  }

  async function work(agentId: string, queue: EventBatch[]): Promise<void> {
    let failures = 0;
    while (queue.length > 0 && !stopping.signal.aborted) {
      const group = groupOf(queue);
      const last = group.at(-1);
      if (last === undefined) break;
      if (wanted(last.agent, last.epoch)) {
        try {
          const records = group.flatMap((batch) => batch.records);
          const attempt = commit(last.agent, last.epoch, records, (outcome) => answer(last, outcome));
          // Whoever waits for its end does not care how it ends.
          committing.set(
            agentId,
            attempt.catch(() => undefined),
          );
          await attempt.finally(() => committing.delete(agentId));
          settled(group);
          failures = 0;
        } catch (error) {
          failures++;
          log.warn({ err: error, agentId, failures }, "events wait: the database does not take them");
          await backOff(failures, stopping.signal);
          continue;
        }
      }
      queue.splice(0, group.length);
    }
  }

  function next(): void {
    for (const [agentId, queue] of waiting) {
      if (busy.size >= SIDE_BY_SIDE || stopping.signal.aborted) break;
      if (busy.has(agentId)) continue;
      busy.add(agentId);
      // To the end of the line, so that agents take turns.
      waiting.delete(agentId);
      waiting.set(agentId, queue);
      void work(agentId, queue).finally(() => {
        busy.delete(agentId);
        if (queue.length === 0) waiting.delete(agentId);
        next();
      });
    }
    if (busy.size === 0 && (waiting.size === 0 || stopping.signal.aborted)) {
      for (const resolve of idleWaiters) resolve();
      idleWaiters = [];
    }
  }

  const idle = () =>
    new Promise<void>((resolve) => {
      idleWaiters.push(resolve);
      next();
    });

  return {
    take(batch) {
      const queue = waiting.get(batch.agent.agentId);
      if (queue === undefined) waiting.set(batch.agent.agentId, [batch]);
      else queue.push(batch);
      next();
    },
    queued(agentId) {
      const queue = waiting.get(agentId);
      return queue === undefined ? 0 : recordsIn(queue);
    },
    underWay: async (agentId) => committing.get(agentId),
    depth: () => [...waiting.values()].reduce((sum, queue) => sum + recordsIn(queue), 0),
    idle,
    async stop() {
      stopping.abort();
      await idle();
    },
  };
}

const recordsIn = (queue: readonly EventBatch[]): number => queue.reduce((sum, batch) => sum + batch.records.length, 0);
