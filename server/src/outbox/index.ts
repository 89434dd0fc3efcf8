// Domain events, written in the transaction that causes them and handed to subscribers after it committed: at least once,
// in order within an organization. A handler must bear seeing an event twice.
export { createOutbox, type Outbox } from "./outbox.ts";
export { publish, waking } from "./publish.ts";
export { countUnpublished, listOrganizations } from "./queries.ts";
