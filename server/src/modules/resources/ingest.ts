// What agents report of themselves becomes history: handlers of the durable lane, run in the transaction that moves its cursor.
import { type AgentEvent, AgentEventKind, type Gap } from "@vigia/protocol";
import type { Tx } from "../../database/index.ts";
import { newId } from "../../ids.ts";
import { showable } from "./text.ts";

interface Reporter {
  readonly organizationId: string;
  readonly resourceId: string;
}
interface Place {
  readonly epoch: number;
  readonly seq: number;
  /** Milliseconds since 1970, within the window that delivery accepts. */
  readonly atMs: number;
}

const KINDS = new Map<number, string>([
  [AgentEventKind.AGENT_EVENT_KIND_STARTED, "agent_started"],
  [AgentEventKind.AGENT_EVENT_KIND_STOPPED, "agent_stopped"],
  [AgentEventKind.AGENT_EVENT_KIND_MACHINE_BOOTED, "machine_booted"],
  [AgentEventKind.AGENT_EVENT_KIND_SPOOL_REPAIRED, "spool_repaired"],
  [AgentEventKind.AGENT_EVENT_KIND_SERVER_RESTORED, "server_restored"],
  [AgentEventKind.AGENT_EVENT_KIND_TLS_KEY_CHANGED, "tls_key_changed"],
  [AgentEventKind.AGENT_EVENT_KIND_CLOCK_STEPPED, "clock_stepped"],
  [AgentEventKind.AGENT_EVENT_KIND_SPOOL_FULL, "spool_full"],
]);

/** Builds delivery's handlers for the durable lane. */
export function createEventHandlers(clock: { now(): number }) {
  async function write(
    tx: Tx,
    agent: Reporter,
    at: number,
    event: { kind: string; detail: string; source: string; epoch: number; seq?: number },
  ) {
    await tx.resourceEvent.create({
      data: {
        id: newId(),
        organizationId: agent.organizationId,
        resourceId: agent.resourceId,
        at: new Date(at),
        receivedAt: new Date(clock.now()),
        ...event,
        epoch: BigInt(event.epoch),
        seq: event.seq === undefined ? null : BigInt(event.seq),
      },
    });
  }
  return {
    async agentEvent(tx: Tx, agent: Reporter, { epoch, seq, atMs, agentEvent }: Place & { agentEvent: AgentEvent }): Promise<void> {
      // A newer agent may know kinds that this server does not: its sentence still tells.
      const kind = KINDS.get(agentEvent.kind ?? 0) ?? "other";
      await write(tx, agent, atMs, { source: "agent", kind, detail: showable(agentEvent.detail ?? "", 1000), epoch, seq });
    },
    async gap(tx: Tx, agent: Reporter, { epoch, seq, atMs, gap }: Place & { gap: Gap }): Promise<void> {
      const detail = String(seq - (gap.from ?? seq) + 1);
      await write(tx, agent, atMs, { source: "agent", kind: "events_lost", detail, epoch, seq });
    },
    async spoolReplaced(tx: Tx, agent: Reporter, epochs: { before: number; now: number }): Promise<void> {
      await write(tx, agent, clock.now(), { source: "server", kind: "spool_replaced", detail: "", epoch: epochs.now });
    },
  };
}
