// The desk that every organization begins with. Migration 0019 gave the same to organizations that were there before.
import type { Tx } from "../../database/index.ts";
import { newId } from "../../ids.ts";

const STAGES = ["New", "In progress", "Waiting", "Done"];
const STATUSES = [
  { name: "Open", isDefault: true },
  { name: "Normalised", isNormalised: true },
  { name: "Closed", isClosed: true },
];
const PRIORITIES = ["Low", "Normal", "High", "Urgent"];
const USUAL = "Normal";

/** Inside the caller's transaction. */
export async function addFirstDesk(tx: Tx, organizationId: string): Promise<void> {
  const deskId = newId();
  const row = (index: number) => ({ id: newId(), organizationId, deskId, position: index + 1 });
  await tx.desk.create({ data: { id: deskId, organizationId, name: "Service desk", isDefault: true } });
  await tx.stage.createMany({
    data: STAGES.map((name, index) => ({ ...row(index), name, isFirst: index === 0, isLast: index === STAGES.length - 1 })),
  });
  await tx.ticketStatus.createMany({ data: STATUSES.map((status, index) => ({ ...row(index), ...status })) });
  await tx.priority.createMany({ data: PRIORITIES.map((name, index) => ({ ...row(index), name, isDefault: name === USUAL })) });
}
