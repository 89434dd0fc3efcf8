// What the routes of desks take and answer.
import { type Static, Type } from "typebox";
import { Id, Name, nullable, patch, ref, Version } from "../../http/schemas.ts";

const Position = Type.Integer({ description: "Lower ones stand first" });
const MaxMinutes = nullable(Type.Integer({ minimum: 1, maximum: 5_256_000, description: "How long a ticket may stay; null is for ever" }));
const common = { id: Id, name: Type.String(), order: Position, version: Version };

export const Stage = Type.Object(
  { ...common, first: Type.Boolean(), last: Type.Boolean(), maxMinutes: MaxMinutes },
  { $id: "Stage", description: "A step on the way of a ticket through its desk" },
);
export type Stage = Static<typeof Stage>;
export const TicketStatus = Type.Object(
  {
    ...common,
    default: Type.Boolean({ description: "Of new tickets" }),
    closed: Type.Boolean(),
    normalised: Type.Boolean({ description: "What it was about is over, and somebody has still to look" }),
  },
  { $id: "TicketStatus" },
);
export type TicketStatus = Static<typeof TicketStatus>;
export const Priority = Type.Object(
  { ...common, default: Type.Boolean({ description: "Of new tickets" }) },
  { $id: "Priority", description: "The higher its order, the more urgent" },
);
export type Priority = Static<typeof Priority>;
export const Desk = Type.Object(
  {
    id: Id,
    name: Type.String(),
    active: Type.Boolean(),
    default: Type.Boolean(),
    stages: Type.Array(ref(Stage)),
    statuses: Type.Array(ref(TicketStatus)),
    priorities: Type.Array(ref(Priority)),
    version: Version,
  },
  { $id: "Desk" },
);
export type Desk = Static<typeof Desk>;

export const renameBody = patch({ name: Name });
export const stageBody = patch({ name: Type.Optional(Name), maxMinutes: Type.Optional(MaxMinutes) });
export type StageChange = Static<typeof stageBody>;
export const StageParams = Type.Object({ id: Id, stageId: Id });
export const StatusParams = Type.Object({ id: Id, statusId: Id });
export const PriorityParams = Type.Object({ id: Id, priorityId: Id });
