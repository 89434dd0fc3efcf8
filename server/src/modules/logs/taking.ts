// Takes logs that somebody asked for, part by part: only the part that was asked for is taken, so an agent can neither flood nor grow it.
import { PassThrough } from "node:stream";
import { LOGS_PART_BYTES, type LogsOffer, type LogsPart, LogsProblem, MAX_LOGS_BYTES } from "@vigia/protocol";
import type { AgentIds, AgentPort } from "../../gateway/port.ts";
import { idToBytes } from "../../ids.ts";
import type { OpenRequest } from "./requests.ts";
import type { Reason } from "./schemas.ts";

/** One under way. */
interface Transfer {
  readonly request: OpenRequest;
  readonly timer: NodeJS.Timeout;
  stream: PassThrough | undefined;
  size: number;
  received: number;
}

export interface TakingParts {
  readonly agents: Pick<AgentPort, "requestLogs" | "wantLogs">;
  readonly now: () => number;
  /** What became of it; none of these rejects. */
  collecting(request: OpenRequest): void;
  sending(request: OpenRequest, size: number): void;
  /** Keeps what comes out of the stream; answers undefined when it is kept, else why it is not. */
  keep(request: OpenRequest, agent: AgentIds, content: { stream: PassThrough; declared: number }): Promise<Reason | undefined>;
  failed(request: OpenRequest, reason: Reason): void;
}

export interface Taking {
  /** Asks the machine now, or when it comes. */
  add(request: OpenRequest): void;
  /** Bytes that are here of this request. */
  received(id: string): number;
  connected(agent: AgentIds): void;
  offered(agent: AgentIds, offer: LogsOffer): void;
  part(agent: AgentIds, part: LogsPart): void;
  /** Forgets all that is under way; the machines are asked again after the next start. */
  stop(): void;
}

const PROBLEMS: Readonly<Partial<Record<LogsProblem, Reason>>> = {
  [LogsProblem.LOGS_PROBLEM_FAILED]: "agent_failed",
  [LogsProblem.LOGS_PROBLEM_TOO_OFTEN]: "too_often",
};

/** Builds it. */
export function createTaking(parts: TakingParts): Taking {
  const { agents, now } = parts;
  /** By resource: one at a time each. */
  const transfers = new Map<string, Transfer>();

  function forget({ request, timer, stream }: Transfer): void {
    clearTimeout(timer);
    transfers.delete(request.resourceId);
    stream?.destroy();
    agents.wantLogs(request.resourceId, idToBytes(request.id), "done");
  }

  function fail(transfer: Transfer, reason: Reason): void {
    forget(transfer);
    parts.failed(transfer.request, reason);
  }

  function ask({ request }: Transfer): void {
    if (agents.requestLogs(request.resourceId, idToBytes(request.id))) parts.collecting(request);
  }

  const want = ({ request, received }: Transfer): void => agents.wantLogs(request.resourceId, idToBytes(request.id), received);

  /** The transfer that this agent may speak of. */
  function of({ organizationId, resourceId }: AgentIds, requestId: Uint8Array | null | undefined): Transfer | undefined {
    const transfer = transfers.get(resourceId);
    const mine = transfer?.request.organizationId === organizationId && transfer.request.expiresAt.getTime() > now();
    return mine && Buffer.from(idToBytes(transfer.request.id)).equals(requestId ?? new Uint8Array()) ? transfer : undefined;
  }

  function begin(transfer: Transfer, agent: AgentIds, size: number): void {
    transfer.stream?.destroy();
    const stream = new PassThrough({ highWaterMark: LOGS_PART_BYTES });
    // Whoever reads it hears of its end; nobody else has to.
    stream.on("error", () => undefined);
    Object.assign(transfer, { stream, size, received: 0 });
    parts.sending(transfer.request, size);
    void parts.keep(transfer.request, agent, { stream, declared: size }).then((reason) => {
      // Begun anew meanwhile: what became of the first one is of no interest.
      if (transfer.stream !== stream || transfers.get(agent.resourceId) !== transfer) return;
      if (reason === undefined) forget(transfer);
      else fail(transfer, reason);
    });
    want(transfer);
  }

  return {
    add(request) {
      const timer = setTimeout(() => forget(transfer), request.expiresAt.getTime() - now()).unref();
      const transfer: Transfer = { request, timer, stream: undefined, size: 0, received: 0 };
      transfers.set(request.resourceId, transfer);
      ask(transfer);
    },

    received: (id) => [...transfers.values()].find(({ request }) => request.id === id)?.received ?? 0,

    connected({ organizationId, resourceId }) {
      const transfer = transfers.get(resourceId);
      if (transfer?.request.organizationId === organizationId) ask(transfer);
    },

    offered(agent, { requestId, size, problem }) {
      const transfer = of(agent, requestId);
      // Nobody waits for them any more: the agent need not keep them.
      if (transfer === undefined) return agents.wantLogs(agent.resourceId, requestId ?? new Uint8Array(), "done");
      const reason = PROBLEMS[problem ?? LogsProblem.LOGS_PROBLEM_UNSPECIFIED];
      if (reason !== undefined) fail(transfer, reason);
      else if (!size) fail(transfer, "agent_failed");
      else if (size > MAX_LOGS_BYTES) fail(transfer, "too_large");
      else if (transfer.stream !== undefined && transfer.size === size) want(transfer);
      else begin(transfer, agent, size);
    },

    part(agent, { requestId, offset, content }) {
      const transfer = of(agent, requestId);
      if (transfer?.stream === undefined || (offset ?? 0) !== transfer.received || !content?.length) return;
      if (transfer.received + content.length > transfer.size) return fail(transfer, "agent_failed");
      transfer.received += content.length;
      // A copy: the frame it lies in is the socket's.
      const ready = transfer.stream.write(Buffer.from(content));
      if (transfer.received === transfer.size) transfer.stream.end();
      else if (ready) want(transfer);
      else transfer.stream.once("drain", () => want(transfer));
    },

    stop() {
      for (const { timer, stream } of transfers.values()) {
        clearTimeout(timer);
        stream?.destroy();
      }
      transfers.clear();
    },
  };
}
