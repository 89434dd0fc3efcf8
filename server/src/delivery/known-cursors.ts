// The telemetry cursors as this process last moved them, so that a flush need not read them again. Nothing depends on their being right:
// moving one checks the stored one in the same transaction, and whatever fails is forgotten and read anew.
import type { Lane } from "@vigia/protocol";
import type pg from "pg";
import { keyOf, type Move, readTelemetryCursors } from "./cursors.ts";
import type { Cursor } from "./plan.ts";
import type { DeliveringAgent } from "./types.ts";

/** Cursors kept at most; beyond, all are forgotten. */
const MOST = 200_000;

interface Place {
  readonly agent: DeliveringAgent;
  readonly lane: Lane;
}

export interface KnownCursors {
  /** Where these agents stand in these lanes, in the given transaction. */
  read(client: pg.ClientBase, places: readonly Place[]): Promise<(agentId: string, lane: Lane) => Cursor | undefined>;
  /** These moves are committed. */
  moved(moves: readonly Move[]): void;
  /** A transaction with these failed. */
  forget(places: readonly Place[]): void;
}

export function createKnownCursors(): KnownCursors {
  const known = new Map<string, Cursor>();
  return {
    async read(client, places) {
      const unknown = new Set<string>();
      for (const { agent, lane } of places) if (!known.has(keyOf(agent.agentId, lane))) unknown.add(agent.agentId);
      const found = unknown.size > 0 ? await readTelemetryCursors(client, [...unknown]) : undefined;
      return (agentId, lane) => {
        const key = keyOf(agentId, lane);
        return known.get(key) ?? found?.get(key);
      };
    },
    moved(moves) {
      if (known.size > MOST) known.clear();
      for (const { agent, lane, to } of moves) known.set(keyOf(agent.agentId, lane), to);
    },
    forget(places) {
      for (const { agent, lane } of places) known.delete(keyOf(agent.agentId, lane));
    },
  };
}
