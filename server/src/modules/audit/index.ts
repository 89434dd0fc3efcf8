// The audit log: who did what to whom, written in the transaction that did it. It only grows: the database grants no change, refuses
// one even to its owner, and chains every entry to the one before, so that whoever steps around that is seen.
// It is not the resources' history (resource_events), which says what machines did.
export { type Audit, createAudit } from "./audit.ts";
export { checkpointFile, createCheckpoints } from "./checkpoints.ts";
export { csvField } from "./csv.ts";
export { difference } from "./difference.ts";
export type { AuditEntry } from "./entry.ts";
export { PRIVILEGED_READS } from "./privileged-reads.ts";
export { registerAuditRoutes } from "./routes.ts";
export { type BrokenRow, verifyChain } from "./verify.ts";
export { type AuditWatch, createAuditWatch } from "./watch.ts";
