// Closing, cancelling and reopening tickets.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Desk } from "../desks/index.ts";
import { mustBeOpen, tellChange } from "./changing.ts";
import { holdTicket } from "./detail.ts";
import { closedStatus, firstStage, lastStage, openStatus } from "./links.ts";
import type { Doer, Needs } from "./needs.ts";
import { updateTicket } from "./queries.ts";
import type { Ticket } from "./schemas.ts";

export async function deskOf({ desks }: Pick<Needs, "desks">, tx: Tx, ticket: Ticket): Promise<Desk> {
  const desk = (await desks.all(tx)).find(({ id }) => id === ticket.desk.id);
  if (desk === undefined) throw new Error("a ticket on a desk that is not there");
  return desk;
}

/** Inside the caller's transaction. Throws NOT_FOUND, VERSION_MISMATCH of a version that is given, CONFLICT when it is closed already. */
export async function closeTicket(
  needs: Needs,
  tx: Tx,
  doer: Doer,
  id: string,
  how: "closed" | "cancelled",
  version?: number,
): Promise<Ticket> {
  const before = await holdTicket(needs, tx, doer, id, version);
  mustBeOpen(before);
  const desk = await deskOf(needs, tx, before);
  const at = new Date(needs.clock.now());
  const ended = { statusId: closedStatus(desk), stageId: lastStage(desk), closedAt: at, ...(how === "cancelled" && { cancelledAt: at }) };
  await updateTicket(tx, id, ended, at);
  return tellChange(needs, tx, doer, before, { action: how, event: "ticket.closed" });
}

/** Puts it back to the first stage, open. Throws NOT_FOUND, VERSION_MISMATCH of a version that is given, CONFLICT when it is open. */
export async function reopenTicket(needs: Needs, tx: Tx, doer: Doer, id: string, version?: number): Promise<Ticket> {
  const before = await holdTicket(needs, tx, doer, id, version);
  if (before.closedAt === null) throw new AppError("CONFLICT", "the ticket is open", { details: { reason: "open" } });
  const desk = await deskOf(needs, tx, before);
  const open = { statusId: openStatus(desk), stageId: firstStage(desk), closedAt: null, cancelledAt: null };
  await updateTicket(tx, id, open, new Date(needs.clock.now()));
  return tellChange(needs, tx, doer, before, { action: "reopened", event: "ticket.updated" });
}
