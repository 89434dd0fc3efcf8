// Runs one collector: within a time, never twice at once, and tells how it fares when that changes.
import { CollectorState, type CollectorStatus } from "@vigia/protocol";
import type { Host } from "../host/host.ts";
import type { Log } from "../log.ts";
import { type Collector, Incomplete, Unsupported } from "./collector.ts";

/** A collector that has not answered by then is left alone, milliseconds. */
export const ANSWER_MS = 10_000;
const REASON_CHARACTERS = 300;

export interface TaskParts<Message> {
  readonly collector: Collector<Message>;
  readonly host: Host;
  readonly log: Log;
  /** Called with the first state and with each change of it. */
  readonly changed: (status: CollectorStatus) => void;
}

export interface Task<Message> {
  readonly collector: Collector<Message>;
  /** What was measured; undefined when nothing was. Never rejects; answers at once when the limit's signal aborts. */
  run(limit: TimeLimit): Promise<Message | undefined>;
}

/** `Incomplete` counts as failed, but what it holds is passed on. */
export function createTask<Message>({ collector, host, log, changed }: TaskParts<Message>): Task<Message> {
  let state = CollectorState.COLLECTOR_STATE_UNSPECIFIED;
  let unanswered = false;

  function fares(next: CollectorState, reason: string): void {
    if (next === state) return;
    state = next;
    const fields = { collector: collector.name, reason };
    if (next === CollectorState.COLLECTOR_STATE_OK) log.info("collector measures", { collector: collector.name });
    else if (next === CollectorState.COLLECTOR_STATE_UNSUPPORTED) log.info("collector does not exist for this system", fields);
    else log.warn("collector failed", fields);
    changed({ collector: collector.name, state: next, reason: reason.slice(0, REASON_CHARACTERS) });
  }

  function failed(error: unknown): Message | undefined {
    const reason = error instanceof Error ? error.message : String(error);
    fares(error instanceof Unsupported ? CollectorState.COLLECTOR_STATE_UNSUPPORTED : CollectorState.COLLECTOR_STATE_FAILED, reason);
    return error instanceof Incomplete ? (error.part as Message) : undefined;
  }

  async function attempt(signal: AbortSignal): Promise<Message> {
    unanswered = true;
    try {
      return await collector.collect(host, signal);
    } finally {
      unanswered = false;
    }
  }

  return {
    collector,
    async run(limit) {
      if (limit.stopping()) return undefined;
      if (unanswered) return failed(new Error("It still has not answered an earlier question."));
      try {
        const answer = await Promise.race([attempt(limit.signal), limit.exceeded]);
        fares(CollectorState.COLLECTOR_STATE_OK, "");
        return answer;
      } catch (error) {
        // Stopping the agent says nothing about the collector.
        return limit.stopping() ? undefined : failed(error);
      }
    },
  };
}

/** What questions asked together wait for at most. */
export interface TimeLimit {
  /** Aborts after ANSWER_MS or when the agent stops. */
  readonly signal: AbortSignal;
  /** Rejects with the reason when the signal aborts. */
  readonly exceeded: Promise<never>;
  /** Whether it is the agent that ends, not the patience. */
  stopping(): boolean;
}

/** Runs `work` under one limit for all it asks; `outer` aborts when the agent stops. */
export async function withinTime<Result>(outer: AbortSignal, work: (limit: TimeLimit) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  let reject: (reason: unknown) => void = () => undefined;
  const exceeded = new Promise<never>((_, rejects) => {
    reject = rejects;
  });
  // Nobody may be waiting when it comes.
  exceeded.catch(() => undefined);
  const end = (reason: unknown) => {
    controller.abort(reason);
    reject(reason);
  };
  const stop = () => end(outer.reason);
  const timer = setTimeout(() => end(new Error(`It did not answer within ${ANSWER_MS / 1000} seconds.`)), ANSWER_MS);
  outer.addEventListener("abort", stop, { once: true });
  try {
    return await work({ signal: controller.signal, exceeded, stopping: () => outer.aborted });
  } finally {
    clearTimeout(timer);
    outer.removeEventListener("abort", stop);
  }
}
