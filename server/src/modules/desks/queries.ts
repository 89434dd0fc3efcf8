// Reads desks with all that belongs to them. Every function runs inside withTenant.
import type { Tx } from "../../database/index.ts";
import type { Desk, Priority, Stage, TicketStatus } from "./schemas.ts";

const order = { orderBy: [{ position: "asc" as const }, { id: "asc" as const }] };

/** All desks, the default one first, then by name. */
export async function findDesks(tx: Tx): Promise<Desk[]> {
  const desks = await tx.desk.findMany({ orderBy: [{ isDefault: "desc" }, { name: "asc" }, { id: "asc" }] });
  const stages = await tx.stage.findMany(order);
  const statuses = await tx.ticketStatus.findMany(order);
  const priorities = await tx.priority.findMany(order);
  const of = <Row extends { deskId: string }>(rows: readonly Row[], deskId: string): Row[] => rows.filter((row) => row.deskId === deskId);
  return desks.map(({ id, name, active, isDefault, version }) => ({
    ...{ id, name, active, version },
    default: isDefault,
    stages: of(stages, id).map(toStage),
    statuses: of(statuses, id).map(toStatus),
    priorities: of(priorities, id).map(toPriority),
  }));
}

interface Common {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly version: number;
}
const common = ({ id, name, position, version }: Common) => ({ id, name, order: position, version });

const toStage = (row: Common & { isFirst: boolean; isLast: boolean; maxMinutes: number | null }): Stage => ({
  ...common(row),
  first: row.isFirst,
  last: row.isLast,
  maxMinutes: row.maxMinutes,
});
const toStatus = (row: Common & { isDefault: boolean; isClosed: boolean; isNormalised: boolean }): TicketStatus => ({
  ...common(row),
  default: row.isDefault,
  closed: row.isClosed,
  normalised: row.isNormalised,
});
const toPriority = (row: Common & { isDefault: boolean }): Priority => ({ ...common(row), default: row.isDefault });
