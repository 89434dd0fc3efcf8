// Where the records of a session go (delivery/), as the gateway needs it.
import type { Batch, Lane, LaneCursor, LogsOffer, LogsPart } from "@vigia/protocol";
import type { AgentIds } from "./port.ts";

/** An agent whose records are taken. Its ids come from the session, never from a payload. */
export interface DeliveringAgent extends AgentIds {
  /** Not approved yet: nothing but state is taken. */
  readonly pending: boolean;
}

/** How the server answers one connection. Calls after it closed do nothing. */
export interface DeliveryReply {
  ack(lane: Lane, epoch: number, seq: number): void;
  resendFrom(lane: Lane, epoch: number, seq: number): void;
  /** The batch breaks the protocol: the connection is closed. */
  reject(reason: string): void;
  /** The agent used up its allowance: its socket is not read for so long, milliseconds. */
  pause(milliseconds: number): void;
}

/** Where records go (delivery/). */
export interface RecordSink {
  /** Where the server stands in each lane of this epoch. */
  cursors(agent: DeliveringAgent, epoch: number): Promise<LaneCursor[]>;
  /** Takes a batch and answers when it is committed. Never throws for what a batch holds. */
  receive(agent: DeliveringAgent, batch: Batch, reply: DeliveryReply): void;
  /** Records of this agent that wait to be committed. */
  queued(agentId: string): number;
}

/** Where logs go that somebody asked a machine for (modules/logs). None of these throws. */
export interface LogsSink {
  /** An approved agent is there and can be asked. */
  connected(agent: AgentIds): void;
  offered(agent: AgentIds, offer: LogsOffer): void;
  part(agent: AgentIds, part: LogsPart): void;
}

/** Nobody asks for logs. */
export const NO_LOGS: LogsSink = { connected: () => undefined, offered: () => undefined, part: () => undefined };
