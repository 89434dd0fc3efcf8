// Tickets as holders of files (modules/files).
import type { Holder } from "../files/index.ts";
import { noTicket } from "./detail.ts";
import { type Needs, personOf, tellAudit } from "./needs.ts";
import { findRow } from "./queries.ts";

export const ticketHolder = (needs: Pick<Needs, "marks">): Holder<{ readonly clientId: string }> => ({
  table: "ticket_attachments",
  column: "ticket_id",
  async find(tx, { reach }, id) {
    const row = await findRow(tx, reach, id);
    if (row === undefined) throw noTicket();
    return row;
  },
  tell: (tx, caller, action, id, details) => tellAudit(needs, tx, personOf(caller), action, { id, details }),
  changed: (tx, organizationId, ticketId, { clientId }) =>
    needs.marks.publish(tx, organizationId, "ticket.updated", { ticketId, clientId }),
});
