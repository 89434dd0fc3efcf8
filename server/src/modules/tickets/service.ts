// What people may do with tickets.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { changeTicket } from "./changing.ts";
import { closeTicket, reopenTicket } from "./closing.ts";
import { listContacts } from "./contacts.ts";
import { noTicket, readTicket } from "./detail.ts";
import { findHistory } from "./history.ts";
import { addMessage, findMessages } from "./messages.ts";
import { type Needs, personOf } from "./needs.ts";
import { openTicket } from "./opening.ts";
import { findOfStage, findTickets, findWithin, matching, TICKET_ID, TICKET_SORT_KEYS } from "./queries.ts";
import { toRow } from "./row.ts";
import type {
  BoardQuery,
  Contact,
  ContactQuery,
  CreateMessage,
  CreateTicket,
  Ticket,
  TicketBoard,
  TicketChange,
  TicketMessage,
  TicketQuery,
  TicketRow,
  UpdateTicket,
} from "./schemas.ts";

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}
interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

/** All of it answers NOT_FOUND for a ticket of a client out of reach, like one that never was. */
export interface TicketService {
  list(viewer: Viewer, query: TicketQuery): Promise<Page<TicketRow>>;
  /** Of the default desk unless another is named. Throws NOT_FOUND for a desk that is not there. */
  board(viewer: Viewer, query: BoardQuery): Promise<TicketBoard>;
  get(viewer: Viewer, id: string): Promise<Ticket>;
  /** Throws NOT_FOUND for whatever it names that is not there. */
  create(caller: Caller, ticket: CreateTicket): Promise<Ticket>;
  /** Throws VERSION_MISMATCH, and CONFLICT for one that is closed. */
  update(caller: Caller, id: string, version: number, change: UpdateTicket): Promise<Ticket>;
  /** Throws VERSION_MISMATCH, CONFLICT when it is closed already. */
  close(caller: Caller, id: string, version: number, how: "closed" | "cancelled"): Promise<Ticket>;
  /** Throws VERSION_MISMATCH, CONFLICT when it is open. */
  reopen(caller: Caller, id: string, version: number): Promise<Ticket>;
  messages(viewer: Viewer, id: string, query: PageQuery): Promise<Page<TicketMessage>>;
  say(caller: Caller, id: string, message: CreateMessage): Promise<TicketMessage>;
  history(viewer: Viewer, id: string, query: PageQuery): Promise<Page<TicketChange>>;
  contacts(viewer: Viewer, query: ContactQuery): Promise<Page<Contact>>;
}

/** Builds the service. */
export function createTicketService(needs: Needs): TicketService {
  const { database, desks } = needs;

  async function mustReach(tx: Tx, { reach }: Viewer, id: string): Promise<void> {
    if (!(await findWithin(tx, reach, [id])).has(id)) throw noTicket();
  }
  const change = (caller: Caller, work: (tx: Tx, doer: ReturnType<typeof personOf>) => Promise<Ticket>): Promise<Ticket> =>
    database.withTenant(caller.organizationId, (tx) => work(tx, personOf(caller)));

  return {
    list: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const page = keyset(TICKET_SORT_KEYS, { ...query, sort: query.sort ?? "-number" }, TICKET_ID);
        const { rows, total } = await findTickets(tx, reach, page, query);
        return toPage(page, rows, total, toRow);
      }),

    board: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const desk = (await desks.all(tx)).find((one) => (query.deskId === undefined ? one.default : one.id === query.deskId));
        if (desk === undefined) throw new AppError("NOT_FOUND", "no such desk");
        const where = matching(reach, { ...query, deskId: desk.id });
        const items: TicketBoard["items"] = [];
        for (const { id, name } of desk.stages) {
          const { total, rows } = await findOfStage(tx, where, id, query.first ?? 10);
          items.push({ stage: { id, name }, total, tickets: rows.map(toRow) });
        }
        return { desk: { id: desk.id, name: desk.name }, items };
      }),

    get: ({ organizationId, reach }, id) => database.withTenant(organizationId, (tx) => readTicket(needs, tx, reach, id)),

    create: (caller, ticket) =>
      change(caller, async (tx, doer) => {
        if (ticket.requester !== undefined && ticket.requesterId != null)
          throw new AppError("INVALID_INPUT", "name the requester once", {
            details: { fields: [{ field: "requester", problem: "twice" }] },
          });
        const origin = caller.tokenId === undefined ? "manual" : "api";
        const { id } = await openTicket(needs, tx, doer, { ...ticket, origin }, null);
        return readTicket(needs, tx, caller.reach, id);
      }),

    update: (caller, id, version, said) => change(caller, (tx, doer) => changeTicket(needs, tx, doer, id, said, version)),
    close: (caller, id, version, how) => change(caller, (tx, doer) => closeTicket(needs, tx, doer, id, how, version)),
    reopen: (caller, id, version) => change(caller, (tx, doer) => reopenTicket(needs, tx, doer, id, version)),

    messages: (viewer, id, query) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        await mustReach(tx, viewer, id);
        return findMessages(tx, id, query);
      }),

    say: (caller, id, message) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const ticket = await readTicket(needs, tx, caller.reach, id);
        return addMessage(needs, tx, { doer: personOf(caller), ticket }, message);
      }),

    history: (viewer, id, query) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        await mustReach(tx, viewer, id);
        return findHistory(tx, id, query);
      }),

    contacts: (viewer, query) => database.withTenant(viewer.organizationId, (tx) => listContacts(tx, viewer, query)),
  };
}
