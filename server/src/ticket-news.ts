// What people are told of tickets, by mail and in the console: modules/tickets says what happened, modules/notify carries it.
import type { Notify } from "./modules/notify/index.ts";
import type { TicketNews } from "./modules/tickets/index.ts";

/** Longest answer that a mail repeats, in characters. */
const MOST_TEXT = 3_900;

/** Builds it. `origins`: exact Origin values under which browsers reach this server. */
export function createTicketNews({
  notify,
  origins,
}: {
  notify: Pick<Notify, "mail" | "canMail" | "inApp">;
  origins: readonly string[];
}): TicketNews {
  return {
    async assigned(tx, { organizationId, id, number, title, responsibleId }) {
      const params = { ticketId: id, number: String(number), title };
      await notify.inApp(tx, { organizationId, userIds: [responsibleId], code: "ticket_assigned", params });
      if (!(await notify.canMail(tx, organizationId))) return;
      const link = `${origins[0] ?? ""}/tickets/${id}`;
      const mail = { number: String(number), title, link };
      await notify.mail(tx, { organizationId, userId: responsibleId, template: "ticket_assigned", params: mail });
    },

    async answered(tx, { organizationId, number, title, address, author, text }) {
      if (!(await notify.canMail(tx, organizationId))) return;
      const params = { number: String(number), title, author, text: text.slice(0, MOST_TEXT) };
      await notify.mail(tx, { organizationId, address, template: "ticket_answered", params });
    },
  };
}
