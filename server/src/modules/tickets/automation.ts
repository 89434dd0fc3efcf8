// What programs of the server do with tickets, inside their own transaction: idempotent by key, and never against a person's hand.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { changeTicket } from "./changing.ts";
import { closeTicket, deskOf, reopenTicket } from "./closing.ts";
import { holdTicket } from "./detail.ts";
import { normalisedStatus } from "./links.ts";
import { addMessage } from "./messages.ts";
import { type Needs, programOf } from "./needs.ts";
import { type OpenedTicket, openTicket, type TicketToOpen } from "./opening.ts";

/** All of it throws NOT_FOUND for a ticket that is not there. */
export interface TicketAutomation {
  /** Opens a ticket, or answers the one that this key opened before: also when two servers ask at once. `key`: 1 to 300 characters. */
  openFor(tx: Tx, organizationId: string, ticket: TicketToOpen & { readonly key: string }): Promise<OpenedTicket>;
  /** Adds what the program says, for those who work on it. */
  append(tx: Tx, organizationId: string, ticketId: string, text: string): Promise<void>;
  /** Makes it as urgent as this priority of its desk; never less urgent than it is. Answers whether it changed; closed ones do not. */
  raisePriority(tx: Tx, organizationId: string, ticketId: string, priorityId: string): Promise<boolean>;
  /** Says why, and closes a ticket that no person touched; any other moves to the normalised status. A closed one stays as it is. */
  closeUnlessTouched(tx: Tx, organizationId: string, ticketId: string, text: string): Promise<"closed" | "normalised" | "was_closed">;
  /** Opens a closed one again, saying why; answers whether it was closed. */
  reopen(tx: Tx, organizationId: string, ticketId: string, text: string): Promise<boolean>;
}

/** Builds it. */
export function createAutomation(needs: Needs): TicketAutomation {
  const hold = (tx: Tx, organizationId: string, id: string) => holdTicket(needs, tx, programOf(organizationId), id);

  return {
    openFor: (tx, organizationId, { key, ...ticket }) => openTicket(needs, tx, programOf(organizationId), ticket, key),

    async append(tx, organizationId, id, text) {
      const ticket = await hold(tx, organizationId, id);
      await addMessage(needs, tx, { doer: programOf(organizationId), ticket }, { kind: "system", text });
    },

    async raisePriority(tx, organizationId, id, priorityId) {
      const ticket = await hold(tx, organizationId, id);
      if (ticket.closedAt !== null) return false;
      const wanted = (await deskOf(needs, tx, ticket)).priorities.find((priority) => priority.id === priorityId);
      if (wanted === undefined) throw new AppError("NOT_FOUND", "no such priority of this desk");
      if (wanted.order <= ticket.priority.order) return false;
      await changeTicket(needs, tx, programOf(organizationId), id, { priorityId });
      return true;
    },

    async closeUnlessTouched(tx, organizationId, id, text) {
      const doer = programOf(organizationId);
      const ticket = await hold(tx, organizationId, id);
      if (ticket.closedAt !== null) return "was_closed";
      await addMessage(needs, tx, { doer, ticket }, { kind: "system", text });
      if (!ticket.touchedByHuman) {
        await closeTicket(needs, tx, doer, id, "closed");
        return "closed";
      }
      await changeTicket(needs, tx, doer, id, { statusId: normalisedStatus(await deskOf(needs, tx, ticket)) });
      return "normalised";
    },

    async reopen(tx, organizationId, id, text) {
      const doer = programOf(organizationId);
      const ticket = await hold(tx, organizationId, id);
      if (ticket.closedAt === null) return false;
      await reopenTicket(needs, tx, doer, id);
      await addMessage(needs, tx, { doer, ticket }, { kind: "system", text });
      return true;
    },
  };
}
