// Four bugs that a store-and-forward pipeline can have. Each must be found by the oracle, or the oracle is worth nothing.
import type pg from "pg";
import type { Invariant } from "../oracle/verdict.ts";
import type { Bug } from "./composition.ts";

/** A kill while a commit is on its way, a kill right after one, a connection cut while one is on its way, and a segment lost on an agent's disk. */
export type Moment = "kill before commit" | "kill after commit" | "cut during commit" | "lost segment";

export interface PlantedBug {
  readonly name: string;
  /** When it shows, and as what. */
  readonly moment: Moment;
  readonly shows: Invariant;
  readonly bug: Bug;
}

/** The agent believes that the server has what is only on its way. */
const acknowledgedEarly: Bug = {
  delivery: (delivery) => ({
    ...delivery,
    receive(agent, batch, reply, ...rest) {
      const last = batch.records?.at(-1)?.seq;
      if (batch.lane != null && batch.epoch != null && last != null) reply.ack(batch.lane, batch.epoch, last);
      delivery.receive(agent, batch, reply, ...rest);
    },
  }),
};

const EFFECTS_AFTER_MS = 500;

/** The cursor is committed first, the effects in a transaction of their own a moment later. */
const cursorFirst: Bug = {
  events: (events, database) => ({
    ...events,
    async agentEvent(_, agent, record) {
      setTimeout(() => {
        database
          .withTenant(agent.organizationId, (tx) => events.agentEvent(tx, agent, record))
          // The bug's own loss: nobody hears of it.
          .catch(() => undefined);
      }, EFFECTS_AFTER_MS);
    },
  }),
};

/** Whatever arrives is applied, whether it was here before or not. */
const noDedupe: Bug = {
  events: (events) => ({ ...events, agentEvent: async () => undefined }),
  delivery: (delivery, events, database) => ({
    ...delivery,
    receive(agent, batch, reply, ...rest) {
      for (const record of batch.records ?? [])
        if (record.body === "agentEvent") {
          const place = { epoch: batch.epoch ?? 0, seq: record.seq ?? 0, atMs: record.atMs ?? 0, agentEvent: record.agentEvent };
          void database.withTenant(agent.organizationId, (tx) => events.agentEvent(tx, agent, place));
        }
      delivery.receive(agent, batch, reply, ...rest);
    },
  }),
};

/** Gaps move the cursor and are not written down. */
const gapLost: Bug = {
  database: (database) => ({
    ...database,
    get telemetry() {
      return forgetful(database.telemetry);
    },
  }),
};

const FORGOTTEN = /insert into telemetry\.gaps/;

function forgetful(pool: pg.Pool): pg.Pool {
  return bound(pool, (name, own) =>
    name === "connect" ? async () => forgetfulClient((await Reflect.apply(own, pool, [])) as pg.PoolClient) : undefined,
  );
}

function forgetfulClient(client: pg.PoolClient): pg.PoolClient {
  return bound(client, (name, own) => {
    if (name !== "query") return undefined;
    return (...args: unknown[]) => {
      const text = typeof args[0] === "string" ? args[0] : (args[0] as { text?: string }).text;
      return text !== undefined && FORGOTTEN.test(text) ? Promise.resolve({ rows: [], rowCount: 0 }) : Reflect.apply(own, client, args);
    };
  });
}

type Method = (...args: unknown[]) => unknown;

/** The same object with some methods replaced. */
function bound<Target extends object>(target: Target, replace: (name: string | symbol, own: Method) => Method | undefined): Target {
  return new Proxy(target, {
    get(_, name) {
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === "function" ? (replace(name, own as Method) ?? own.bind(target)) : own;
    },
  });
}

export const PLANTED: readonly PlantedBug[] = [
  { name: "acknowledge before commit", moment: "kill before commit", shows: "ackAhead", bug: acknowledgedEarly },
  { name: "cursor before effects", moment: "kill after commit", shows: "cursorAhead", bug: cursorFirst },
  { name: "dedupe off", moment: "cut during commit", shows: "eventDoubled", bug: noDedupe },
  { name: "Gap lost", moment: "lost segment", shows: "reportLost", bug: gapLost },
];
