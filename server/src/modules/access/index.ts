// Access: who may do what where. Permission groups, attendant groups (sets of scopes), and grants that join both to a person.
// Left of it, accounts asks for a person's rights through plain functions; every query right of it is bound by http/reach.ts.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import type { Passwords, Sessions } from "../accounts/index.ts";
import type { Audit } from "../audit/index.ts";
import { createAttendantGroups } from "./attendant-groups.ts";
import { createExplain } from "./explain.ts";
import { registerGrantRoutes } from "./grant-routes.ts";
import { createGrants } from "./grants.ts";
import { registerAttendantGroupRoutes, registerPermissionGroupRoutes } from "./group-routes.ts";
import { createPermissionGroups } from "./permission-groups.ts";
import { createTell } from "./tell.ts";
import { registerUserRoutes } from "./user-routes.ts";
import { createUsers, type Invite } from "./users.ts";

export type { Scope } from "./allowed.ts";
export { addFirstAccess, addPredefinedGroups, type Predefined } from "./predefined.ts";
export { findGroupNames, readRights } from "./rights.ts";
export type { Invite } from "./users.ts";

export interface AccessDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Pick<Audit, "record" | "erasePerson">;
  readonly invite: Invite;
  readonly random: (bytes: number) => Uint8Array;
  readonly passwords: Pick<Passwords, "hash">;
  readonly sessions: Pick<Sessions, "endOf" | "forgetRights">;
}

/** A database whose every commit makes rights be read anew: a change acts on the very next request. Pages that are open hear it by event. */
const forgetting = (database: Database, forgetRights: Sessions["forgetRights"]): Database => ({
  ...database,
  async withTenant(organizationId, work) {
    const result = await database.withTenant(organizationId, work);
    forgetRights(organizationId);
    return result;
  },
});

/** Adds the module's routes; what it decides is read elsewhere through readRights. */
export function registerAccessRoutes(app: App, deps: AccessDeps): void {
  const tell = createTell(deps.audit);
  const needs = { ...deps, erasePerson: deps.audit.erasePerson, database: forgetting(deps.database, deps.sessions.forgetRights), tell };
  registerUserRoutes(app, createUsers(needs));
  registerPermissionGroupRoutes(app, createPermissionGroups(needs));
  registerAttendantGroupRoutes(app, createAttendantGroups(needs));
  registerGrantRoutes(app, { grants: createGrants(needs), explain: createExplain(deps.database) });
}
