// What people may do about machines' logs: ask for them, and see what became of it.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { AgentIds, AgentPort } from "../../gateway/port.ts";
import { actorOf, type Caller, type Viewer } from "../../http/caller.ts";
import { newId } from "../../ids.ts";
import type { Log } from "../../log.ts";
import type { Files } from "../files/index.ts";
import type { Marks } from "../resources/index.ts";
import {
  allOpenRequests,
  countSince,
  endRequest,
  insertRequest,
  lastRequests,
  moveRequest,
  type OpenRequest,
  openRequests,
} from "./requests.ts";
import type { LogRequest, Reason } from "./schemas.ts";
import { createTaking, type Taking } from "./taking.ts";

/** A machine that is away has so long to come, milliseconds. */
const EXPIRES_MS = 3_600_000;
const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 6;
/** Then the file goes by itself, milliseconds. */
const KEEP_MS = 90 * 86_400_000;

export interface LogParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly marks: Marks;
  readonly files: Files;
  readonly agents: Pick<AgentPort, "requestLogs" | "wantLogs">;
  /** Whether the resource is there and within reach (modules/resources). */
  readonly exists: (tx: Tx, viewer: Viewer, resourceId: string) => Promise<boolean>;
  /** The machine's active agent that can be asked for logs and is trusted; else why not, in one word. */
  readonly askable: (tx: Tx, resourceId: string) => Promise<{ name: string } | { problem: "agent" | "unseen" | "version" | "quarantine" }>;
}

export interface LogService extends Pick<Taking, "connected" | "offered" | "part"> {
  /** The last ones, newest first. Throws NOT_FOUND. */
  list(viewer: Viewer, resourceId: string): Promise<LogRequest[]>;
  /** Throws NOT_FOUND, CONFLICT { problem } when it cannot be asked or is being asked, TOO_MANY_ATTEMPTS after six within an hour. */
  ask(caller: Caller, resourceId: string): Promise<LogRequest>;
  /** Goes on with what was not finished before. */
  start(): Promise<void>;
  stop(): void;
}

const conflict = (problem: string) => new AppError("CONFLICT", "this machine cannot be asked for its logs now", { details: { problem } });

/** Builds the service. */
export function createLogService(parts: LogParts): LogService {
  const { database, clock, log, marks, files, exists, askable } = parts;
  const at = () => new Date(clock.now());

  /** Writes it down and tells open pages; a failure is logged, because nobody waits for it. */
  function note({ organizationId, resourceId }: OpenRequest, work: (tx: Tx) => Promise<void>): void {
    database
      .withTenant(organizationId, async (tx) => {
        await work(tx);
        await marks.publish(tx, organizationId, "resource.changed", { resourceId });
      })
      .catch((error: unknown) => log.warn({ err: error, resourceId }, "the progress of a machine's logs could not be noted"));
  }

  async function keep(request: OpenRequest, agent: AgentIds, content: Parameters<Files["take"]>[1]): Promise<Reason | undefined> {
    const { id, organizationId, resourceId, askedBy } = request;
    try {
      await files.take(organizationId, content, async (tx, add) => {
        const machine = await askable(tx, resourceId);
        const name = `${"name" in machine ? machine.name : "machine"}-logs-${at().toISOString().slice(0, 16).replace(/[:T]/g, "-")}.zip`;
        const fileId = await add({ name, createdBy: askedBy, createdAt: at(), keepUntil: new Date(clock.now() + KEEP_MS) });
        if (!(await endRequest(tx, id, at(), { fileId }))) throw new AppError("GONE", "nobody waits for these logs any more");
        await tx.resourceAttachment.create({ data: { organizationId, resourceId, fileId } });
        await marks.audit(tx, organizationId, {
          actor: { kind: "agent", id: agent.agentId },
          action: "machine_logs.received",
          subject: { kind: "resource", id: resourceId },
          details: { fileId, name, size: content.declared },
        });
        await marks.publish(tx, organizationId, "resource.changed", { resourceId });
      });
      return undefined;
    } catch (error) {
      if (error instanceof AppError && error.code === "CONFLICT") return "no_room";
      if (error instanceof AppError && error.code === "INVALID_INPUT") return "too_large";
      log.warn({ err: error, resourceId }, "a machine's logs could not be kept");
      return "not_kept";
    }
  }

  const taking = createTaking({
    agents: parts.agents,
    now: () => clock.now(),
    collecting: (request) => note(request, (tx) => moveRequest(tx, request.id, { state: "collecting" })),
    sending: (request, size) => note(request, (tx) => moveRequest(tx, request.id, { state: "sending", size })),
    keep,
    failed: (request, reason) =>
      note(request, async (tx) => {
        if (!(await endRequest(tx, request.id, at(), { reason }))) return;
        await marks.audit(tx, request.organizationId, {
          actor: { kind: "server" },
          action: "machine_logs.failed",
          subject: { kind: "resource", id: request.resourceId },
          details: { reason },
        });
      }),
  });

  async function mustExist(tx: Tx, viewer: Viewer, resourceId: string): Promise<void> {
    if (!(await exists(tx, viewer, resourceId))) throw new AppError("NOT_FOUND", "no such resource");
  }

  /** Refuses what cannot be asked now. One at a time asks for a machine's logs: else two could pass. */
  async function mustBeAskable(tx: Tx, resourceId: string): Promise<void> {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('logs ' || ${resourceId}, 0))`;
    const machine = await askable(tx, resourceId);
    if ("problem" in machine) throw conflict(machine.problem);
    if ((await openRequests(tx, clock.now(), resourceId)).length > 0) throw conflict("under_way");
    if ((await countSince(tx, resourceId, clock.now() - HOUR_MS)) >= MOST_AN_HOUR)
      throw new AppError("TOO_MANY_ATTEMPTS", "this machine's logs were asked for too often", { details: { retryAfterSeconds: 600 } });
  }

  return {
    ...taking,
    list: (viewer, resourceId) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        await mustExist(tx, viewer, resourceId);
        return lastRequests(tx, resourceId, clock.now(), taking.received);
      }),

    async ask(caller, resourceId) {
      const { organizationId, userId: askedBy } = caller;
      const request: OpenRequest = { id: newId(), organizationId, resourceId, askedBy, expiresAt: new Date(clock.now() + EXPIRES_MS) };
      const made = await database.withTenant(organizationId, async (tx) => {
        await mustExist(tx, caller, resourceId);
        await mustBeAskable(tx, resourceId);
        await insertRequest(tx, request, at());
        await marks.audit(tx, organizationId, {
          actor: actorOf(caller),
          address: caller.address,
          action: "machine_logs.requested",
          subject: { kind: "resource", id: resourceId },
        });
        const [newest] = await lastRequests(tx, resourceId, clock.now(), () => 0);
        return newest;
      });
      taking.add(request);
      if (made === undefined) throw new AppError("INTERNAL", "a request that was made is not there");
      return made;
    },

    async start() {
      for (const request of await allOpenRequests(database, clock.now())) taking.add(request);
    },
  };
}
