// The one writer of the lanes STATE and METRIC for all agents: gathers what arrives and commits it every 250 ms or 10,000 records; what
// comes after a rest is committed at once.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Log } from "../log.ts";
import { backOff } from "./back-off.ts";
import type { Entry, Group, GroupOutcome } from "./telemetry-commit.ts";
import type { Reply } from "./types.ts";

/** From the beginning of one flush to that of the next, and the least wait: what comes together goes together. */
const FLUSH_MS = 250;
const GATHER_MS = 20;
const FLUSH_RECORDS = 10_000;
/** Most records of one transaction; more wait for the next one. */
const TRANSACTION_RECORDS = 10_000;
/** Most records of one agent in a transaction (at least one batch), so that an agent with a backlog does not make the others wait. */
const AGENT_RECORDS = 256;

/** Answers between two rests in which others get their turn: each costs a system call. */
const ANSWERS_AT_ONCE = 100;

export type TelemetryBatch = Group & {
  readonly reply: Reply;
  /** Milliseconds since 1970. */
  readonly arrivedAt: number;
};

export interface TelemetryWriter {
  take(batch: TelemetryBatch): void;
  queued(agentId: string): number;
  readonly depth: number;
  /** Resolves when no transaction with something of this agent is under way. Another may begin with what is still wanted. */
  underWay(agentId: string): Promise<void>;
  /** Commits what waits now; resolves when done or stopped. */
  flush(): Promise<void>;
  /** Gives up retrying; what is not committed stays with the agents. */
  stop(): Promise<void>;
}

export interface TelemetryWriterParts {
  readonly commit: (groups: readonly Group[], done: (outcomes: readonly GroupOutcome[]) => void) => Promise<void>;
  readonly wanted: (group: Group) => boolean;
  readonly committed: (outcome: GroupOutcome) => void;
  /** These batches came to their end in the database. */
  readonly settled: (batches: readonly TelemetryBatch[]) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}

export function createTelemetryWriter({ commit, wanted, committed, settled, now, log }: TelemetryWriterParts): TelemetryWriter {
  let queue: TelemetryBatch[] = [];
  const waiting = new Map<string, number>();
  const stopping = new AbortController();
  let depth = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let startedAt = Number.NEGATIVE_INFINITY;
  let committing: { readonly groups: readonly Group[]; readonly end: Promise<void> } | undefined;

  function answer(outcome: GroupOutcome, replies: ReadonlyMap<string, Reply>): void {
    const { lane, epoch } = outcome.group;
    const reply = replies.get(keyOf(outcome.group));
    if (outcome.plan.upto >= 1) reply?.ack(lane, epoch, outcome.plan.upto);
    if (outcome.plan.resendFrom !== undefined) reply?.resendFrom(lane, epoch, outcome.plan.resendFrom);
    committed(outcome);
  }

  /** Commits the groups and answers what was committed, also when the rest could not be. */
  async function commitAndAnswer(groups: readonly Group[], replies: ReadonlyMap<string, Reply>): Promise<void> {
    const all: GroupOutcome[] = [];
    try {
      await commit(groups, (outcomes) => {
        for (const outcome of outcomes) all.push(outcome);
      });
    } finally {
      for (const [index, outcome] of all.entries()) {
        if (index % ANSWERS_AT_ONCE === ANSWERS_AT_ONCE - 1) await nextTurn();
        answer(outcome, replies);
      }
    }
  }

  /** Commits a part of the queue, trying until the database takes it. */
  async function write(batches: readonly TelemetryBatch[]): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const { groups, replies } = gather(batches.filter(wanted));
      try {
        if (groups.length > 0) {
          const attempt = commitAndAnswer(groups, replies);
          // Whoever waits for its end does not care how it ends.
          committing = { groups, end: attempt.catch(() => undefined) };
          await attempt.finally(() => {
            committing = undefined;
          });
          settled(batches);
        }
        return;
      } catch (error) {
        failures++;
        log.warn({ err: error, records: depth, failures }, "telemetry waits: the database does not take it");
        await backOff(failures, stopping.signal);
      }
    }
  }

  /** Writes at least once, then as long as `least` records wait: a few stragglers go with the next beat, not in a transaction of their own. */
  async function drain(least: number): Promise<void> {
    do {
      const batches = nextOf(queue);
      await write(batches);
      // They count as queued until they are committed, so that the gateway's back-pressure sees them.
      queue = without(queue, batches);
      for (const { agent, entries } of batches) count(agent.agentId, -entries.length);
    } while (queue.length > 0 && depth >= least && !stopping.signal.aborted);
  }

  function count(agentId: string, records: number): void {
    depth += records;
    const left = (waiting.get(agentId) ?? 0) + records;
    if (left > 0) waiting.set(agentId, left);
    else waiting.delete(agentId);
  }

  function start(least: number): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (running === undefined) startedAt = now();
    running ??= drain(least).finally(() => {
      running = undefined;
      if (queue.length > 0) schedule();
    });
    return running;
  }

  function schedule(): void {
    if (running !== undefined || (timer !== undefined && depth < FLUSH_RECORDS) || stopping.signal.aborted) return;
    if (depth >= FLUSH_RECORDS) void start(FLUSH_RECORDS);
    else timer = setTimeout(() => void start(FLUSH_RECORDS), waitMs());
  }

  /** A flush that took long is followed by the next one soon: what came meanwhile has waited already. */
  function waitMs(): number {
    // A clock that was set back says nothing.
    const since = Math.max(0, now() - startedAt);
    return Math.max(GATHER_MS, FLUSH_MS - since);
  }

  return {
    take(batch) {
      queue.push(batch);
      count(batch.agent.agentId, batch.entries.length);
      schedule();
    },
    queued: (agentId) => waiting.get(agentId) ?? 0,
    get depth() {
      return depth;
    },
    async underWay(agentId) {
      // What is being committed still counts as waiting; most agents have nothing there.
      if (waiting.has(agentId) && committing?.groups.some(({ agent }) => agent.agentId === agentId)) await committing.end;
    },
    async flush() {
      while (queue.length > 0 && !stopping.signal.aborted) await start(1);
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** The oldest batches, in order, up to what one transaction and each agent's share of it hold. */
function nextOf(queue: readonly TelemetryBatch[]): TelemetryBatch[] {
  const shares = new Map<string, number>();
  const next: TelemetryBatch[] = [];
  let records = 0;
  for (const batch of queue) {
    if (records >= TRANSACTION_RECORDS) break;
    const count = batch.entries.length;
    const share = shares.get(batch.agent.agentId) ?? 0;
    const fits = share === 0 || share + count <= AGENT_RECORDS;
    // A later batch must not overtake one that was left.
    shares.set(batch.agent.agentId, fits ? share + count : Number.POSITIVE_INFINITY);
    if (!fits) continue;
    records += count;
    next.push(batch);
  }
  return next;
}

/** The queue without some of its batches, which are in its order. */
function without(queue: readonly TelemetryBatch[], batches: readonly TelemetryBatch[]): TelemetryBatch[] {
  // Nearly always they are its beginning.
  if (queue[batches.length - 1] === batches.at(-1)) return queue.slice(batches.length);
  const taken = new Set(batches);
  return queue.filter((batch) => !taken.has(batch));
}

const keyOf = ({ agent, lane, epoch }: Group): string => `${lane}:${epoch}:${agent.agentId}`;

/** Joins the batches of each agent, lane and epoch; the newest connection gets the answer. */
function gather(batches: readonly TelemetryBatch[]): { groups: Group[]; replies: Map<string, Reply> } {
  // By agent first: its id was hashed long ago, a key made for each of thousands of batches would be hashed anew.
  const ofAgents = new Map<string, Gathered[]>();
  const all: Gathered[] = [];
  for (const batch of batches) {
    const { agent, lane, epoch, reply } = batch;
    const known = ofAgents.get(agent.agentId);
    const group = known?.find((one) => one.lane === lane && one.epoch === epoch);
    if (group !== undefined) {
      for (const entry of batch.entries) group.entries.push(entry);
      group.reply = reply;
      continue;
    }
    const fresh: Gathered = { agent, lane, epoch, entries: [...batch.entries], reply };
    all.push(fresh);
    if (known === undefined) ofAgents.set(agent.agentId, [fresh]);
    else known.push(fresh);
  }
  return { groups: all, replies: new Map(all.map((group) => [keyOf(group), group.reply])) };
}

interface Gathered extends Group {
  readonly entries: Entry[];
  reply: Reply;
}
