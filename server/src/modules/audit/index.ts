// The audit log: who did what to whom, written in the transaction that did it. It only grows: the database grants no change.
// It is not the resources' history (resource_events), which says what machines did.
export { type Audit, createAudit } from "./audit.ts";
export type { AuditEntry } from "./entry.ts";
export { registerAuditRoutes } from "./routes.ts";
