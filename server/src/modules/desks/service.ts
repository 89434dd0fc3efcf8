// What people may do with desks: see them, and give them, their stages, statuses and priorities other names.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { actorOf, type Caller, type Viewer } from "../../http/caller.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { difference } from "../audit/index.ts";
import type { Marks } from "../resources/index.ts";
import { findDesks } from "./queries.ts";
import type { Desk, StageChange } from "./schemas.ts";

export interface Needs {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Marks;
}

/** What is changed, and whose it is: the desk itself, or a part of it. */
type Part = { readonly kind: "desk" | "stage" | "ticket_status" | "priority"; readonly deskId: string; readonly id: string };
interface Written {
  readonly name?: string | undefined;
  readonly maxMinutes?: number | null | undefined;
}

/** The changes throw NOT_FOUND, VERSION_MISMATCH of what is changed; they answer the whole desk. */
export interface Desks {
  /** All of them, the default one first. */
  list(viewer: Pick<Viewer, "organizationId">): Promise<Desk[]>;
  rename(caller: Caller, deskId: string, version: number, change: { name: string }): Promise<Desk>;
  changeStage(caller: Caller, place: { id: string; stageId: string }, version: number, change: StageChange): Promise<Desk>;
  renameStatus(caller: Caller, place: { id: string; statusId: string }, version: number, change: { name: string }): Promise<Desk>;
  renamePriority(caller: Caller, place: { id: string; priorityId: string }, version: number, change: { name: string }): Promise<Desk>;
}

async function deskOf(tx: Tx, id: string): Promise<Desk> {
  const desk = (await findDesks(tx)).find((one) => one.id === id);
  if (desk === undefined) throw new AppError("NOT_FOUND", "no such desk");
  return desk;
}

function partOf(desk: Desk, { kind, id }: Part): Written & { version: number } {
  const parts = { desk: [desk], stage: desk.stages, ticket_status: desk.statuses, priority: desk.priorities }[kind];
  const part = parts.find((one) => one.id === id);
  if (part === undefined) throw new AppError("NOT_FOUND", `no such ${kind}`);
  return part;
}

/** Answers how many rows had this version: one, or none. */
async function write(tx: Tx, { kind, id }: Part, version: number, data: object): Promise<number> {
  const args = { where: { id, version }, data: { ...data, version: { increment: 1 } } };
  switch (kind) {
    case "desk":
      return (await tx.desk.updateMany(args)).count;
    case "stage":
      return (await tx.stage.updateMany(args)).count;
    case "ticket_status":
      return (await tx.ticketStatus.updateMany(args)).count;
    case "priority":
      return (await tx.priority.updateMany(args)).count;
  }
}

/** Builds the service. */
export function createDeskService({ database, clock, marks }: Needs): Desks {
  const change = (caller: Caller, part: Part, version: number, given: Written): Promise<Desk> =>
    database.withTenant(caller.organizationId, async (tx) => {
      const before = partOf(await deskOf(tx, part.deskId), part);
      const said = { ...given, ...(given.name !== undefined && { name: given.name.trim() }) };
      if ((await write(tx, part, version, { ...said, updatedAt: new Date(clock.now()) })) === 0) throw versionMismatch();
      await marks.audit(tx, caller.organizationId, {
        ...{ actor: actorOf(caller), address: caller.address, action: `${part.kind}.changed` },
        subject: { kind: part.kind, id: part.id },
        details: difference(before, said),
      });
      await marks.publish(tx, caller.organizationId, "desk.changed", { deskId: part.deskId });
      return deskOf(tx, part.deskId);
    });

  return {
    list: ({ organizationId }) => database.withTenant(organizationId, findDesks),
    rename: (caller, deskId, version, said) => change(caller, { kind: "desk", deskId, id: deskId }, version, said),
    changeStage: (caller, { id: deskId, stageId: id }, version, said) => change(caller, { kind: "stage", deskId, id }, version, said),
    renameStatus: (caller, { id: deskId, statusId: id }, version, said) =>
      change(caller, { kind: "ticket_status", deskId, id }, version, said),
    renamePriority: (caller, { id: deskId, priorityId: id }, version, said) =>
      change(caller, { kind: "priority", deskId, id }, version, said),
  };
}
