// What the routes around resources take and answer: history, groups, overview and search.
import { type Static, Type } from "typebox";
import { body, Id, Instant, Name, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";
import { ResourceRow, SHOWN_PRESENCES, type ShownPresence } from "./schemas.ts";

const Source = Type.Unsafe<"agent" | "server">({ type: "string", enum: ["agent", "server"] });
const eventProperties = { id: Id, at: Instant, source: Source, kind: Type.String(), detail: Type.String() };

export const ResourceEvent = Type.Object(eventProperties, { $id: "ResourceEvent" });
export type ResourceEvent = Static<typeof ResourceEvent>;

export const RecentEvent = Type.Object({ ...eventProperties, resource: ref(Named) }, { $id: "RecentEvent" });
export type RecentEvent = Static<typeof RecentEvent>;

export const ResourceGroup = Type.Object(
  { id: Id, client: ref(Named), name: Type.String(), resources: Type.Integer({ minimum: 0 }), version: Version },
  { $id: "ResourceGroup" },
);
export type ResourceGroup = Static<typeof ResourceGroup>;
export const createGroupBody = body({ clientId: Id, name: Name });
export const updateGroupBody = patch({ name: Type.Optional(Name) });

export const Busiest = Type.Object(
  { id: Id, name: Type.String(), client: ref(Named), value: Type.Number({ description: "0 to 1" }) },
  { $id: "Busiest" },
);
export type Busiest = Static<typeof Busiest>;
export const FullestVolume = Type.Object(
  { id: Id, name: Type.String(), client: ref(Named), value: Type.Number({ description: "0 to 1" }), mount: Type.String() },
  { $id: "FullestVolume" },
);
export type FullestVolume = Static<typeof FullestVolume>;

export const Overview = Type.Object(
  {
    resources: Type.Object({
      total: Type.Integer(),
      online: Type.Integer(),
      notAnswering: Type.Integer(),
      offline: Type.Integer(),
      pending: Type.Integer(),
    }),
    clients: Type.Integer(),
    sites: Type.Integer(),
    pending: Type.Array(ref(ResourceRow), { description: "Newest first, at most 5" }),
    offline: Type.Array(ref(ResourceRow), { description: "Offline, then not answering; longest first, at most 8" }),
    busiest: Type.Object({
      cpu: Type.Array(ref(Busiest)),
      memory: Type.Array(ref(Busiest)),
      volume: Type.Array(ref(FullestVolume)),
    }),
    recentEvents: Type.Array(ref(RecentEvent), { description: "Newest first, at most 10" }),
  },
  { $id: "Overview" },
);
export type Overview = Static<typeof Overview>;

export const SearchItem = Type.Object(
  {
    kind: Type.Unsafe<"resource" | "client" | "site">({ type: "string", enum: ["resource", "client", "site"] }),
    id: Id,
    title: Type.String(),
    subtitle: Type.String(),
    presence: nullable(Type.Unsafe<ShownPresence>({ type: "string", enum: SHOWN_PRESENCES })),
  },
  { $id: "SearchItem" },
);
export type SearchItem = Static<typeof SearchItem>;
export const SearchAnswer = Type.Object({ items: Type.Array(ref(SearchItem), { description: "At most 20" }) }, { $id: "SearchAnswer" });
