// Access: who may do what where. Permission groups, attendant groups (sets of scopes), and grants that join both to a person.
// Left of it, accounts asks for a person's rights through plain functions; every query right of it is bound by http/reach.ts.
export { allowed, type Grant, reachOf, type Scope } from "./allowed.ts";
export { addFirstAccess, addPredefinedGroups, type Predefined } from "./predefined.ts";
export { findGroupNames, readRights } from "./rights.ts";
