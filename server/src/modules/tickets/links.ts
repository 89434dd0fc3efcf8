// What a ticket points at: its place on a desk, people, resources of its client, and a ticket it is a part of. All of it is looked up
// in the transaction of the change, and what is not there, or out of reach, is NOT_FOUND.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import type { Desk } from "../desks/index.ts";
import type { Doer } from "./needs.ts";
import { findWithin } from "./queries.ts";

const refuse = (field: string, problem: string, message: string): AppError =>
  new AppError("INVALID_INPUT", message, { details: { fields: [{ field, problem }] } });

export interface DeskPlace {
  readonly deskId: string;
  readonly stageId: string;
  readonly statusId: string;
  readonly priorityId: string;
}
export interface AskedPlace {
  readonly deskId?: string | undefined;
  readonly stageId?: string | undefined;
  readonly statusId?: string | undefined;
  readonly priorityId?: string | undefined;
}

/** The one of a desk's parts that is marked; every desk has it. */
function marked<Part extends { readonly id: string }>(parts: readonly Part[], is: (part: Part) => boolean, what: string): string {
  const found = parts.find(is);
  if (found === undefined) throw new Error(`a desk without ${what}`);
  return found.id;
}

export const firstStage = ({ stages }: Desk): string => marked(stages, ({ first }) => first, "a first stage");
export const lastStage = ({ stages }: Desk): string => marked(stages, ({ last }) => last, "a last stage");
export const openStatus = ({ statuses }: Desk): string => marked(statuses, (status) => status.default, "an open status");
export const closedStatus = ({ statuses }: Desk): string => marked(statuses, ({ closed }) => closed, "a closed status");
export const normalisedStatus = ({ statuses }: Desk): string => marked(statuses, ({ normalised }) => normalised, "a normalised status");

function part(parts: readonly { readonly id: string }[], id: string | undefined, otherwise: string, what: string): string {
  if (id === undefined) return otherwise;
  if (!parts.some((one) => one.id === id)) throw new AppError("NOT_FOUND", `no such ${what} of this desk`);
  return id;
}

/**
 * Where a ticket stands after a change. On another desk it begins at the first stage; without `now` it is new, on the default desk.
 * Throws INVALID_INPUT for a desk that takes no tickets, and for a closed status: a ticket is closed, not set to it.
 */
export function placeOnDesk(desks: readonly Desk[], now: DeskPlace | undefined, asked: AskedPlace): DeskPlace {
  const deskId = asked.deskId ?? now?.deskId ?? desks.find((desk) => desk.default)?.id;
  const desk = desks.find(({ id }) => id === deskId);
  if (desk === undefined) throw new AppError("NOT_FOUND", "no such desk");
  const stays = now?.deskId === desk.id ? now : undefined;
  if (stays === undefined && !desk.active) throw refuse("deskId", "inactive", "the desk takes no tickets");
  const usual = marked(desk.priorities, (priority) => priority.default, "a usual priority");
  const place = {
    deskId: desk.id,
    stageId: part(desk.stages, asked.stageId, stays?.stageId ?? firstStage(desk), "stage"),
    statusId: part(desk.statuses, asked.statusId, stays?.statusId ?? openStatus(desk), "status"),
    priorityId: part(desk.priorities, asked.priorityId, stays?.priorityId ?? usual, "priority"),
  };
  if (place.statusId === closedStatus(desk)) throw refuse("statusId", "closed", "a ticket gets this status by being closed");
  return place;
}

/** Throws NOT_FOUND unless all of them are members of the organization who can sign in. */
export async function mustBeMembers(tx: Tx, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const found = await tx.membership.count({ where: { userId: { in: [...userIds] }, deletedAt: null, disabledAt: null } });
  if (found < new Set(userIds).size) throw new AppError("NOT_FOUND", "no such person");
}

/** Throws NOT_FOUND for a resource that is not there, of another client, or out of reach. */
export async function mustBeResources(tx: Tx, reach: Reach, clientId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.$queryRaw<{ id: string }[]>`select r.id from resources r where r.id = any(${[...ids]}::uuid[])
    and r.client_id = ${clientId}::uuid and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
  if (found.length < ids.length) throw new AppError("NOT_FOUND", "no such resource of this client");
}

/** Throws NOT_FOUND for a ticket out of reach, INVALID_INPUT for one that is a part of `own` itself. */
export async function mustBeParent(tx: Tx, { reach }: Doer, parentId: string, own?: string): Promise<void> {
  if (!(await findWithin(tx, reach, [parentId])).has(parentId)) throw new AppError("NOT_FOUND", "no such ticket");
  if (own === undefined) return;
  const above = await tx.$queryRaw<{ id: string }[]>`with recursive above(id, parent_id) as (
      select t.id, t.parent_id from tickets t where ${ofTenant("t")} and t.id = ${parentId}::uuid
      union select t.id, t.parent_id from tickets t join above on t.id = above.parent_id where ${ofTenant("t")})
    select id from above`;
  if (above.some(({ id }) => id === own)) throw refuse("parentId", "circle", "a ticket is no part of itself");
}
