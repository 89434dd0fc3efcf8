// What the routes of users, groups, grants and the permission explorer take and answer.
import { type Static, Type } from "typebox";
import { pageQuery } from "../../http/pagination.ts";
import { PERMISSIONS, type Permission } from "../../http/principal.ts";
import { body, Id, Instant, Name, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";
import type { ScopeKind } from "./allowed.ts";
import { PREDEFINED } from "./predefined.ts";

const oneOf = <Value extends string>(...values: readonly Value[]) => Type.Unsafe<Value>({ type: "string", enum: [...values] });
const PermissionName = oneOf<Permission>(...PERMISSIONS);
const Permissions = Type.Array(PermissionName, { maxItems: PERMISSIONS.length, uniqueItems: true });
const Kind = oneOf<ScopeKind>("all", "client", "site", "resource_group");
const Locale = nullable(oneOf("en", "pt-BR"));
const Description = Type.String({ maxLength: 2_000 });

export const User = Type.Object(
  {
    id: Id,
    name: Type.String(),
    email: Type.String(),
    locale: nullable(Type.String()),
    disabled: Type.Boolean(),
    groups: Type.Array(Type.String(), { description: "Names of permission groups" }),
    lastSeenAt: nullable(Instant),
    createdAt: Instant,
    version: Version,
  },
  { $id: "User" },
);
export type User = Static<typeof User>;

export const NewUser = Type.Object(
  {
    user: ref(User),
    invited: Type.Boolean({ description: "They were mailed how to come in; a new person, by a link to choose a password" }),
    temporaryPassword: nullable(
      Type.String({ description: "Shown once; null for a person who was invited by mail, or had an account and keeps its password" }),
    ),
  },
  { $id: "NewUser" },
);
export type NewUser = Static<typeof NewUser>;

export const userQuery = Type.Object({ ...pageQuery, q: Type.Optional(Type.String({ maxLength: 200 })) });
export const createUserBody = body({
  name: Name,
  email: Type.String({ format: "email", maxLength: 254 }),
  locale: Type.Optional(Locale),
});
export const updateUserBody = patch({ name: Type.Optional(Name), locale: Type.Optional(Locale) });

export const PermissionGroup = Type.Object(
  {
    id: Id,
    name: Type.String(),
    description: Type.String(),
    permissions: Type.Array(PermissionName),
    predefined: nullable(oneOf(...PREDEFINED)),
    grants: Type.Integer({ minimum: 0, description: "How many grants are made of it" }),
    version: Version,
  },
  { $id: "PermissionGroup" },
);
export type PermissionGroup = Static<typeof PermissionGroup>;
export const createPermissionGroupBody = body({ name: Name, description: Type.Optional(Description), permissions: Permissions });
export const updatePermissionGroupBody = patch({
  name: Type.Optional(Name),
  description: Type.Optional(Description),
  permissions: Type.Optional(Permissions),
});

export const Scope = Type.Object(
  { kind: Kind, id: nullable(Id), name: nullable(Type.String({ description: "Of the client, site or group" })) },
  { $id: "Scope" },
);
export const AttendantGroup = Type.Object(
  {
    id: Id,
    name: Type.String(),
    predefined: nullable(oneOf("all")),
    scopes: Type.Array(ref(Scope)),
    grants: Type.Integer({ minimum: 0 }),
    version: Version,
  },
  { $id: "AttendantGroup" },
);
export type AttendantGroup = Static<typeof AttendantGroup>;
const Scopes = Type.Array(body({ kind: Kind, id: nullable(Id) }), { minItems: 1, maxItems: 500 });
export const createAttendantGroupBody = body({ name: Name, scopes: Scopes });
export const updateAttendantGroupBody = patch({ name: Type.Optional(Name), scopes: Type.Optional(Scopes) });

export const GrantItem = Type.Object(
  { id: Id, user: ref(Named), permissionGroup: ref(Named), attendantGroup: ref(Named), createdAt: Instant },
  { $id: "Grant" },
);
export type GrantItem = Static<typeof GrantItem>;
export const grantQuery = Type.Object({
  userId: Type.Optional(Id),
  permissionGroupId: Type.Optional(Id),
  attendantGroupId: Type.Optional(Id),
});
export const createGrantBody = body({ userId: Id, permissionGroupId: Id, attendantGroupId: Id });

export const explainQuery = Type.Object({
  userId: Id,
  permission: PermissionName,
  kind: oneOf("organization", "client", "site", "group", "resource"),
  id: Type.Optional(Id),
});
export type ExplainQuery = Static<typeof explainQuery>;
export const Explanation = Type.Object(
  {
    allowed: Type.Boolean(),
    reasons: Type.Array(
      Type.Object({
        code: oneOf("granted", "no_grant", "out_of_scope", "needs_all", "not_operator", "user_disabled", "not_a_member"),
        params: Type.Record(Type.String(), Type.Unknown()),
      }),
    ),
  },
  { $id: "AccessExplanation" },
);
export type Explanation = Static<typeof Explanation>;

export const itemsOf = <Item extends Parameters<typeof ref>[0]>(item: Item) => Type.Object({ items: Type.Array(ref(item)) });
