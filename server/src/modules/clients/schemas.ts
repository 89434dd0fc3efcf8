// What the routes of clients and their sites take and answer.
import { type Static, Type } from "typebox";
import { pageQuery, sortQuery } from "../../http/pagination.ts";
import { body, Id, Instant, Name, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";
import { Cover } from "./cover.ts";

const Status = Type.Unsafe<"active" | "inactive">({ type: "string", enum: ["active", "inactive"] });
const Notes = Type.String({ maxLength: 20_000 });
const LegalName = nullable(Type.String({ minLength: 1, maxLength: 200 }));
const TimeZone = nullable(Type.String({ minLength: 1, maxLength: 64, description: "IANA name" }));
const Count = Type.Integer({ minimum: 0 });

export const Client = Type.Object(
  {
    id: Id,
    number: Type.Integer({ minimum: 1, description: "Counts up in the organization, without gaps" }),
    name: Type.String(),
    legalName: nullable(Type.String()),
    notes: Type.String(),
    status: Status,
    sites: Count,
    resources: Count,
    online: Count,
    contract: nullable(ref(Cover)),
    createdAt: Instant,
    updatedAt: Instant,
    version: Version,
  },
  { $id: "Client" },
);
export type Client = Static<typeof Client>;

export const CLIENT_SORTS = ["name", "number", "createdAt"] as const;
export const clientQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  sort: sortQuery(CLIENT_SORTS, "name"),
});
export type ClientQuery = Static<typeof clientQuery>;

export const createClientBody = body({ name: Name, legalName: Type.Optional(LegalName), notes: Type.Optional(Notes) });
export type CreateClient = Static<typeof createClientBody>;

export const updateClientBody = patch({
  name: Type.Optional(Name),
  legalName: Type.Optional(LegalName),
  notes: Type.Optional(Notes),
  status: Type.Optional(Status),
});
export type UpdateClient = Static<typeof updateClientBody>;

export const Site = Type.Object(
  {
    id: Id,
    client: ref(Named),
    name: Type.String(),
    timeZone: nullable(Type.String()),
    resources: Count,
    createdAt: Instant,
    updatedAt: Instant,
    version: Version,
  },
  { $id: "Site" },
);
export type Site = Static<typeof Site>;

export const siteQuery = Type.Object({
  ...pageQuery,
  clientId: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  sort: sortQuery(["name", "createdAt"], "name"),
});
export type SiteQuery = Static<typeof siteQuery>;

export const createSiteBody = body({ clientId: Id, name: Name, timeZone: Type.Optional(TimeZone) });
export type CreateSite = Static<typeof createSiteBody>;
export const updateSiteBody = patch({ name: Type.Optional(Name), timeZone: Type.Optional(TimeZone) });
export type UpdateSite = Static<typeof updateSiteBody>;
