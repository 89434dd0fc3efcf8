// HTTP face of tickets, their messages and history, and of the contacts who ask.
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import {
  boardQuery,
  Contact,
  contactQuery,
  createMessageBody,
  createTicketBody,
  pages,
  Ticket,
  TicketBoard,
  TicketChange,
  TicketMessage,
  TicketReference,
  TicketRow,
  ticketQuery,
  updateTicketBody,
} from "./schemas.ts";
import type { TicketService } from "./service.ts";

const tags = ["tickets"];
const read = { permission: "tickets:read" } as const;
const write = { permission: "tickets:write" } as const;
const url = "/api/v1/tickets";

/** Adds /api/v1/tickets and /api/v1/contacts. */
export function registerTicketRoutes(app: App, tickets: TicketService): void {
  for (const schema of [Contact, TicketRow, TicketReference, Ticket, TicketBoard, TicketMessage, TicketChange]) app.addSchema(schema);
  registerLists(app, tickets);
  const one = { 200: ref(Ticket), ...errorAnswers };
  app.post(
    url,
    {
      config: write,
      schema: { operationId: "createTicket", tags, body: createTicketBody, response: { 201: ref(Ticket), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await tickets.create(callerOf(request), request.body))),
  );
  app.get(
    `${url}/:id`,
    { config: read, schema: { operationId: "getTicket", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await tickets.get(callerOf(request), request.params.id)),
  );
  app.patch(
    `${url}/:id`,
    { config: write, schema: { operationId: "updateTicket", tags, params: IdParams, body: updateTicketBody, response: one } },
    async (request, reply) => withETag(reply, await tickets.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );
  for (const [verb, how] of [
    ["close", "closed"],
    ["cancel", "cancelled"],
  ] as const)
    app.post(
      `${url}/:id/${verb}`,
      { config: write, schema: { operationId: `${verb}Ticket`, tags, params: IdParams, response: one } },
      async (request, reply) => withETag(reply, await tickets.close(callerOf(request), request.params.id, ifMatch(request), how)),
    );
  app.post(
    `${url}/:id/reopen`,
    { config: write, schema: { operationId: "reopenTicket", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await tickets.reopen(callerOf(request), request.params.id, ifMatch(request))),
  );
  app.post(
    `${url}/:id/messages`,
    {
      config: write,
      schema: {
        operationId: "createTicketMessage",
        tags,
        params: IdParams,
        body: createMessageBody,
        response: { 201: ref(TicketMessage), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(201).send(await tickets.say(callerOf(request), request.params.id, request.body)),
  );
}

function registerLists(app: App, tickets: TicketService): void {
  app.get(
    url,
    {
      config: read,
      schema: { operationId: "listTickets", tags, querystring: ticketQuery, response: { 200: pageOf(ref(TicketRow)), ...errorAnswers } },
    },
    (request) => tickets.list(callerOf(request), request.query),
  );
  app.get(
    "/api/v1/ticket-board",
    {
      config: read,
      schema: { operationId: "getTicketBoard", tags, querystring: boardQuery, response: { 200: ref(TicketBoard), ...errorAnswers } },
    },
    (request) => tickets.board(callerOf(request), request.query),
  );
  app.get(
    `${url}/:id/messages`,
    {
      config: read,
      schema: {
        operationId: "listTicketMessages",
        tags,
        params: IdParams,
        querystring: pages,
        response: { 200: pageOf(ref(TicketMessage)), ...errorAnswers },
      },
    },
    (request) => tickets.messages(callerOf(request), request.params.id, request.query),
  );
  app.get(
    `${url}/:id/history`,
    {
      config: read,
      schema: {
        operationId: "listTicketHistory",
        tags,
        params: IdParams,
        querystring: pages,
        response: { 200: pageOf(ref(TicketChange)), ...errorAnswers },
      },
    },
    (request) => tickets.history(callerOf(request), request.params.id, request.query),
  );
  app.get(
    "/api/v1/contacts",
    {
      config: read,
      schema: { operationId: "listContacts", tags, querystring: contactQuery, response: { 200: pageOf(ref(Contact)), ...errorAnswers } },
    },
    (request) => tickets.contacts(callerOf(request), request.query),
  );
}
