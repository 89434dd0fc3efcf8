// The database: the bundled PostgreSQL or a foreign one, brought to this version's schema, and the only door to its rows.
// Nothing outside this folder opens a connection.

export { isContention } from "./contention.ts";
export { type Embedded, startEmbedded } from "./embedded/index.ts";
export { withOwner } from "./foreign.ts";
export { inspectDatabase } from "./inspect.ts";
export { findMissing, migrate } from "./migrate.ts";
export { type Bind, ofPerson, ofTenant } from "./own-rows.ts";
export { createLocalRoles, type RoleNames, verifyRoles } from "./roles.ts";
export { type RunningDatabase, startDatabase } from "./start.ts";
export { type Database, openDatabase, type PoolUse, type Tx } from "./tenant.ts";
