// Tickets: what clients and machines need done, who does it, what was said and what changed. They are worked on at desks (modules/desks)
// under contracts (modules/contracts); why one is opened by a program is decided by that program.
import type { DomainEvent } from "../../events.ts";
import type { App } from "../../http/app.ts";
import { type AttachmentRoutes, createAttachments, registerAttachmentRoutes } from "../files/index.ts";
import { ticketHolder } from "./attachments.ts";
import { createAutomation, type TicketAutomation } from "./automation.ts";
import type { Needs } from "./needs.ts";
import { registerTicketRoutes } from "./routes.ts";
import { createTicketService } from "./service.ts";

export type { TicketAutomation } from "./automation.ts";
export type { TicketNews } from "./needs.ts";

/** The live feed (plugins/live-feed.ts), as this module needs it. */
interface Feed {
  publish(organizationId: string, topic: string, name: string, data: unknown): void;
}

const ATTACHMENTS: AttachmentRoutes = {
  holders: "/api/v1/tickets",
  tag: "tickets",
  noun: "Ticket",
  read: "tickets:read",
  write: "tickets:write",
};

export interface Tickets extends TicketAutomation {
  /** For the outbox: tells open consoles which ticket is worth fetching again. */
  happened(event: DomainEvent): void;
  /** The clients of these tickets of an organization, by ticket. */
  clientsOf(organizationId: string, ticketIds: readonly string[]): Promise<Map<string, string>>;
  registerRoutes(app: App): void;
}

/** Builds the module. */
export function createTickets(needs: Needs & { readonly feed: Feed }): Tickets {
  const { database, feed } = needs;
  return {
    ...createAutomation(needs),
    happened({ organizationId, payload }) {
      if ("ticketId" in payload) feed.publish(organizationId, "tickets", "changed", { ids: [payload.ticketId] });
    },
    clientsOf: (organizationId, ticketIds) =>
      database.withTenant(organizationId, async (tx) => {
        const rows = await tx.ticket.findMany({ where: { id: { in: [...ticketIds] } }, select: { id: true, clientId: true } });
        return new Map(rows.map(({ id, clientId }) => [id, clientId]));
      }),
    registerRoutes(app) {
      registerTicketRoutes(app, createTicketService(needs));
      registerAttachmentRoutes(app, ATTACHMENTS, createAttachments(needs, ticketHolder(needs)));
    },
  };
}
