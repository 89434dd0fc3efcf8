// What the routes of the vault take and answer. No answer but RevealedSecret holds a value.
import { type Static, Type } from "typebox";
import { pageQuery, sortQuery } from "../../http/pagination.ts";
import { body, Id, Instant, Name, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";

export const SECRET_SORTS = ["name", "updatedAt"] as const;

/** Taken and never given: the document says so, and a test holds every answer to it. */
const Value = Type.String({ minLength: 1, maxLength: 10_000, writeOnly: true });
const username = Type.Optional(nullable(Type.String({ maxLength: 500 })));
const notes = Type.Optional(Type.String({ maxLength: 10_000 }));
const place = {
  clientId: Type.Optional(nullable(Id)),
  resourceId: Type.Optional(nullable(Id)),
};

export const SecretSchema = Type.Object(
  {
    id: Id,
    name: Type.String(),
    username: nullable(Type.String()),
    notes: Type.String(),
    client: nullable(ref(Named)),
    resource: nullable(ref(Named)),
    userIds: Type.Array(Id, { description: "Who alone may see and reveal it; empty: everybody whose permission reaches it" }),
    revealable: Type.Boolean({ description: "The caller is one of those who may have it revealed, if their permission says so too" }),
    valueChangedAt: Instant,
    createdAt: Instant,
    updatedAt: Instant,
    version: Version,
  },
  { $id: "Secret" },
);
export type SecretAnswer = Static<typeof SecretSchema>;

export const RevealedSecret = Type.Object({ value: Type.String() }, { $id: "RevealedSecret" });

export const SecretVersion = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    at: Instant,
    by: nullable(ref(Named)),
    current: Type.Boolean(),
  },
  { $id: "SecretVersion" },
);

export const secretQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  clientId: Type.Optional(Id),
  resourceId: Type.Optional(Id),
  sort: sortQuery(SECRET_SORTS, "name"),
});
export type SecretQuery = Static<typeof secretQuery>;

export const createSecretBody = body({ name: Name, value: Value, username, notes, ...place });
export type CreateSecret = Static<typeof createSecretBody>;

export const updateSecretBody = patch({ name: Type.Optional(Name), value: Type.Optional(Value), username, notes, ...place });
export type UpdateSecret = Static<typeof updateSecretBody>;

export const accessBody = body({ userIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }) });
