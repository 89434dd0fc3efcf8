// What the routes of tickets take and answer.
import { type Static, Type } from "typebox";
import { pageQuery, sortQuery } from "../../http/pagination.ts";
import { body, Id, Instant, Name, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";
import { Cover } from "../clients/index.ts";

const oneOf = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ type: "string", enum: [...values] });

export const ORIGINS = ["manual", "email", "portal", "chat", "trigger", "api", "schedule", "preticket"] as const;
export type Origin = (typeof ORIGINS)[number];

const Title = Type.String({ minLength: 1, maxLength: 300, pattern: "\\S" });
const Text = Type.String({ maxLength: 50_000 });
const Tags = Type.Array(Type.String({ minLength: 1, maxLength: 50, pattern: "\\S" }), { maxItems: 50 });
const Ids = Type.Array(Id, { maxItems: 200, uniqueItems: true });
const Email = Type.String({ maxLength: 254, pattern: "^[^@\\s]+@[^@\\s]+$" });
const Phones = Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 10 });

export const Contact = Type.Object(
  { id: Id, client: ref(Named), name: Type.String(), email: nullable(Type.String()), phones: Type.Array(Type.String()) },
  { $id: "Contact", description: "Somebody of a client who asks for something" },
);
export type Contact = Static<typeof Contact>;
const newContact = body({ name: Name, email: Type.Optional(Email), phones: Type.Optional(Phones) });
export type NewContact = Static<typeof newContact>;
export const contactQuery = Type.Object({
  ...pageQuery,
  clientId: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 200 })),
});
export type ContactQuery = Static<typeof contactQuery>;

const rowProperties = {
  id: Id,
  number: Type.Integer({ minimum: 1, description: "Counts up in the organization, without gaps" }),
  title: Type.String(),
  client: ref(Named),
  requester: nullable(ref(Named)),
  desk: ref(Named),
  stage: ref(Named),
  status: Type.Object({ id: Id, name: Type.String(), closed: Type.Boolean(), normalised: Type.Boolean() }),
  priority: Type.Object({ id: Id, name: Type.String(), order: Type.Integer() }),
  responsible: nullable(ref(Named)),
  origin: oneOf(ORIGINS),
  tags: Type.Array(Type.String()),
  createdAt: Instant,
  updatedAt: Instant,
  closedAt: nullable(Instant),
  cancelledAt: nullable(Instant),
  version: Version,
};
export const TicketRow = Type.Object(rowProperties, { $id: "TicketRow" });
export type TicketRow = Static<typeof TicketRow>;

export const TicketReference = Type.Object(
  { id: Id, number: Type.Integer(), title: Type.String(), closedAt: nullable(Instant) },
  { $id: "TicketReference" },
);
export type TicketReference = Static<typeof TicketReference>;

export const Ticket = Type.Object(
  {
    ...rowProperties,
    requester: nullable(ref(Contact)),
    description: Type.String(),
    resources: Type.Array(ref(Named)),
    followers: Type.Array(ref(Named)),
    parent: nullable(ref(TicketReference)),
    children: Type.Array(ref(TicketReference)),
    contract: nullable(ref(Cover)),
    openedBy: nullable(ref(Named)),
    touchedByHuman: Type.Boolean({ description: "A person opened it, changed it or wrote in it" }),
  },
  { $id: "Ticket" },
);
export type Ticket = Static<typeof Ticket>;

const links = {
  deskId: Type.Optional(Id),
  stageId: Type.Optional(Id),
  priorityId: Type.Optional(Id),
  responsibleId: Type.Optional(nullable(Id)),
  requesterId: Type.Optional(nullable(Id)),
  parentId: Type.Optional(nullable(Id)),
  resourceIds: Type.Optional(Ids),
  followerIds: Type.Optional(Ids),
};
export const createTicketBody = body({
  clientId: Id,
  title: Title,
  description: Type.Optional(Text),
  tags: Type.Optional(Tags),
  requester: Type.Optional(
    Type.Object(newContact.properties, {
      additionalProperties: false,
      description: "Instead of requesterId: the client's contact with this address, or a new one",
    }),
  ),
  ...links,
});
export type CreateTicket = Static<typeof createTicketBody>;
export const updateTicketBody = patch({
  title: Type.Optional(Title),
  description: Type.Optional(Text),
  tags: Type.Optional(Tags),
  statusId: Type.Optional(Id),
  ...links,
});
export type UpdateTicket = Static<typeof updateTicketBody>;

export const TICKET_SORTS = ["number", "title", "client", "priority", "responsible", "createdAt", "updatedAt"] as const;
const filters = {
  q: Type.Optional(Type.String({ maxLength: 200, description: "In title and description, or the number" })),
  clientId: Type.Optional(Id),
  deskId: Type.Optional(Id),
  priorityId: Type.Optional(Id),
  responsibleId: Type.Optional(Id),
  resourceId: Type.Optional(Id),
};
export const ticketQuery = Type.Object({
  ...pageQuery,
  ...filters,
  stageId: Type.Optional(Id),
  statusId: Type.Optional(Id),
  state: Type.Optional(oneOf(["open", "closed", "cancelled"])),
  assigned: Type.Optional(oneOf(["yes", "no"])),
  tag: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
  sort: sortQuery(TICKET_SORTS, "-number"),
});
export type TicketQuery = Static<typeof ticketQuery>;

export const boardQuery = Type.Object({
  ...filters,
  first: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10, description: "Tickets shown of each stage" })),
});
export type BoardQuery = Static<typeof boardQuery>;
export const TicketBoard = Type.Object(
  {
    desk: ref(Named),
    items: Type.Array(Type.Object({ stage: ref(Named), total: Type.Integer({ minimum: 0 }), tickets: Type.Array(ref(TicketRow)) })),
  },
  { $id: "TicketBoard", description: "Open tickets of a desk by stage, the most urgent first" },
);
export type TicketBoard = Static<typeof TicketBoard>;

export const TicketMessage = Type.Object(
  {
    id: Id,
    kind: oneOf(["answer", "internal", "system"]),
    author: nullable(ref(Named)),
    text: Type.String(),
    createdAt: Instant,
  },
  { $id: "TicketMessage", description: "answer: to the requester; internal: among those who work on it; system: what a program says" },
);
export type TicketMessage = Static<typeof TicketMessage>;
export const createMessageBody = body({
  kind: oneOf(["answer", "internal"]),
  text: Type.String({ minLength: 1, maxLength: 50_000, pattern: "\\S" }),
});
export type CreateMessage = Static<typeof createMessageBody>;

export const TicketChange = Type.Object(
  {
    id: Id,
    at: Instant,
    actor: nullable(ref(Named)),
    action: oneOf(["opened", "changed", "closed", "reopened", "cancelled"]),
    field: nullable(Type.String()),
    before: nullable(Type.String()),
    after: nullable(Type.String()),
  },
  { $id: "TicketChange", description: "Who changed what and when; actor null is a program of the server" },
);
export type TicketChange = Static<typeof TicketChange>;
export const pages = Type.Object(pageQuery);
