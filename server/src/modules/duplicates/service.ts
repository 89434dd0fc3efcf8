// What people may do about machines whose identity is in doubt.

import type { Clock } from "../../clock.ts";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { AgentPort } from "../../gateway/port.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { actorOf } from "../../http/caller.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import { newId } from "../../ids.ts";
import { decideAgent, type Marks } from "../resources/index.ts";
import { mergeResources } from "./merge.ts";
import type { DuplicateProposal, ResourceIdentity } from "./schemas.ts";

/** Somebody with how far they may let agents in (agents:approve). */
export interface Approving {
  readonly approves: Reach;
}

/** All of it answers NOT_FOUND for an id of another organization or out of reach, like one that never was. */
export interface DuplicateService {
  identity(viewer: Viewer & Approving, resourceId: string): Promise<ResourceIdentity>;
  /**
   * The older resource takes over the younger one's agent and all that hangs on it. An agent that waits for approval is let in, where the
   * caller may approve at both places; else it goes on waiting. Throws CONFLICT while both are online.
   */
  merge(caller: Caller & Approving, resourceId: string, otherId: string): Promise<void>;
  /** They are two machines: never proposed again. */
  dismiss(caller: Caller, proposalId: string): Promise<void>;
  /** Trusts the agent again. Throws CONFLICT when it is not confined. */
  lift(caller: Caller, resourceId: string): Promise<void>;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Marks;
  readonly agents: Pick<AgentPort, "isConnected" | "disconnect" | "trust">;
}

interface Machine {
  readonly id: string;
  readonly name: string;
  readonly agentId: string | null;
  readonly agentState: string | null;
  readonly createdAt: Date;
}

interface ProposalRow {
  readonly id: string;
  readonly score: number;
  readonly reasons: unknown;
  readonly createdAt: Date;
  readonly resourceId: string;
  readonly resourceName: string;
  readonly otherId: string;
  readonly otherName: string;
  readonly waits: boolean;
  readonly mayApprove: boolean;
}

const notFound = () => new AppError("NOT_FOUND", "no such resource");

/** Builds the service. */
export function createDuplicateService({ database, clock, marks, agents }: Parts): DuplicateService {
  return {
    identity: (viewer, resourceId) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        const { agentId } = await machine(tx, viewer, resourceId);
        const quarantine = agentId === null ? null : await tx.agentQuarantine.findFirst({ where: { agentId } });
        return {
          quarantinedSince: quarantine?.since.toISOString() ?? null,
          proposals: await proposals(tx, viewer, resourceId),
        };
      }),

    async merge(caller, resourceId, otherId) {
      const { organizationId } = caller;
      await database.withTenant(organizationId, async (tx) => {
        // In order of ids, so that two merges of the same pair wait for each other.
        await tx.$queryRaw`select r.id from resources r where ${ofTenant("r")} and r.id in (${resourceId}::uuid, ${otherId}::uuid)
          order by r.id for update`;
        const [younger, older] = [await machine(tx, caller, resourceId), await machine(tx, caller, otherId)];
        if (younger.id === older.id || younger.createdAt < older.createdAt)
          throw new AppError("CONFLICT", "the older resource stays: name the younger one first");
        if (younger.agentId === null) throw new AppError("CONFLICT", "the younger resource has no agent");
        if (agents.isConnected(resourceId) && agents.isConnected(otherId))
          throw new AppError("CONFLICT", "both are online, so they are two machines", { details: { reason: "both_online" } });
        const at = new Date(clock.now());
        await mergeResources(tx, { organizationId, source: younger.id, target: older.id, at });
        await tx.duplicateProposal.updateMany({ where: { resourceId, otherId }, data: { decidedBy: caller.userId } });
        const event = { id: newId(), organizationId, resourceId: older.id, at, receivedAt: at, source: "server" };
        await tx.resourceEvent.create({ data: { ...event, kind: "merged", detail: younger.name } });
        await marks.audit(tx, organizationId, {
          actor: actorOf(caller),
          address: caller.address,
          action: "resource.merged",
          subject: { kind: "resource", id: older.id },
          details: { name: older.name, from: younger.id, fromName: younger.name, agentId: younger.agentId, agentBefore: older.agentId },
        });
        if (younger.agentState === "pending" && (await mayApprove(tx, caller, [younger.id, older.id]))) {
          const decided = { resourceId: older.id, name: older.name, agentId: younger.agentId, state: younger.agentState };
          await decideAgent(tx, { clock, marks }, caller, decided, "approve");
        }
        await marks.publish(tx, organizationId, "resource.merged", { resourceId: older.id, from: younger.id });
        await marks.publish(tx, organizationId, "resource.deleted", { resourceId: younger.id });
      });
      agents.disconnect(resourceId, "merged");
      agents.disconnect(otherId, "merged");
    },

    dismiss: (caller, proposalId) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const found = await tx.duplicateProposal.findFirst({ where: { id: proposalId } });
        if (found === null) throw new AppError("NOT_FOUND", "no such proposal");
        const { resourceId, otherId, state } = found;
        await machine(tx, caller, resourceId);
        await machine(tx, caller, otherId);
        if (state !== "open") return;
        await tx.duplicateProposal.updateMany({
          where: { id: proposalId },
          data: { state: "dismissed", decidedBy: caller.userId, updatedAt: new Date(clock.now()) },
        });
        await marks.audit(tx, caller.organizationId, {
          actor: actorOf(caller),
          address: caller.address,
          action: "duplicate.dismissed",
          subject: { kind: "resource", id: resourceId },
          details: { otherId, score: found.score },
        });
      }),

    async lift(caller, resourceId) {
      const agentId = await database.withTenant(caller.organizationId, async (tx) => {
        const found = await machine(tx, caller, resourceId);
        const { count } =
          found.agentId === null ? { count: 0 } : await tx.agentQuarantine.deleteMany({ where: { agentId: found.agentId } });
        if (found.agentId === null || count === 0) throw new AppError("CONFLICT", "it is not confined");
        await marks.audit(tx, caller.organizationId, {
          actor: actorOf(caller),
          address: caller.address,
          action: "agent.quarantine_lifted",
          subject: { kind: "resource", id: resourceId },
          details: { name: found.name, agentId: found.agentId },
        });
        return found.agentId;
      });
      agents.trust(agentId);
    },
  };
}

async function machine(tx: Tx, { reach }: Viewer, id: string): Promise<Machine> {
  const [row] = await tx.$queryRaw<
    Machine[]
  >`select r.id, r.name, a.id as "agentId", a.state as "agentState", r.created_at as "createdAt" from resources r
    left join agents a on a.organization_id = r.organization_id and a.resource_id = r.id
    where r.id = ${id}::uuid and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
  if (row === undefined) throw notFound();
  return row;
}

/** Whether the person may let an agent in at each of these resources, deleted or not. */
async function mayApprove(tx: Tx, { approves }: Approving, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select r.id from resources r
    where r.id in (${Prisma.join(ids)}) and ${within(approves, RESOURCE_PLACE)}`;
  return rows.length === ids.length;
}

/** Open ones whose older machine is away: one that is there is another machine. Both must lie within reach. */
async function proposals(tx: Tx, { reach, approves }: Viewer & Approving, resourceId: string): Promise<DuplicateProposal[]> {
  const other = { row: "o", client: Prisma.sql`o.client_id`, site: Prisma.sql`o.site_id`, group: Prisma.sql`o.group_id` };
  const rows = await tx.$queryRaw<ProposalRow[]>`
    select d.id, d.score, d.reasons, d.created_at as "createdAt", r.id as "resourceId", r.name as "resourceName",
      o.id as "otherId", o.name as "otherName", coalesce(a.state = 'pending', false) as waits,
      (${within(approves, RESOURCE_PLACE)} and ${within(approves, other)}) as "mayApprove"
    from duplicate_proposals d
    join resources r on r.organization_id = d.organization_id and r.id = d.resource_id and r.deleted_at is null
    join resources o on o.organization_id = d.organization_id and o.id = d.other_id and o.deleted_at is null
    left join agents a on a.organization_id = r.organization_id and a.resource_id = r.id
    left join resource_presence p on p.organization_id = o.organization_id and p.resource_id = o.id
    where ${ofTenant("d")} and d.state = 'open' and (d.resource_id = ${resourceId}::uuid or d.other_id = ${resourceId}::uuid)
      and coalesce(p.presence, 'offline') = 'offline' and ${within(reach, RESOURCE_PLACE)} and ${within(reach, other)}
    order by d.score desc, d.id limit 10`;
  return rows.map(({ id, score, reasons, waits, mayApprove: may, createdAt, ...pair }) => ({
    id,
    resource: { id: pair.resourceId, name: pair.resourceName },
    other: { id: pair.otherId, name: pair.otherName },
    score,
    reasons: reasons as DuplicateProposal["reasons"],
    approval: !waits ? "none" : may ? "given" : "missing",
    createdAt: createdAt.toISOString(),
  }));
}
