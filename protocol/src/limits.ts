// The wire's limits, the same numbers on both sides (security-and-reliability §3.7).

/** Largest frame once a session stands, bytes. */
export const MAX_FRAME_BYTES = 1_048_576;
/** Largest frame before a valid Welcome, bytes. */
export const MAX_UNAUTHENTICATED_FRAME_BYTES = 8_192;
/** Most fields one frame may hold, counted through all nested messages. */
export const MAX_ELEMENTS = 10_000;
/** Longest string or byte field, bytes. */
export const MAX_FIELD_BYTES = 65_536;
/** Deepest nesting of messages in one frame. */
export const MAX_DEPTH = 8;
/** Most records in one batch. */
export const MAX_BATCH_RECORDS = 256;
/** Most bytes of records that may be under way in one lane without an Ack. */
export const MAX_IN_FLIGHT_BYTES = 1_048_576;
/** A hello must be through after this long, milliseconds. */
export const HELLO_TIMEOUT_MS = 10_000;
/** A peer that said nothing for this long is gone, milliseconds. */
export const DEAD_AFTER_MS = 75_000;
/** Records older than this by the server's clock are not stored, milliseconds. */
export const OLDEST_RECORD_MS = 35 * 24 * 3_600_000;
/** Records further in the future than this by the server's clock are not stored, milliseconds. */
export const FUTURE_RECORD_MS = 600_000;
/** Largest inflated section of an inventory, bytes. */
export const MAX_INVENTORY_BYTES = 2_097_152;
/** Most fields one section of an inventory may hold. */
export const MAX_INVENTORY_ELEMENTS = 60_000;
/** Most rows of one list in a section; the agent leaves the rest out and says how many. */
export const MAX_INVENTORY_ROWS = 5_000;
/** Longest text in an inventory, characters; the agent cuts longer ones. */
export const MAX_INVENTORY_TEXT = 256;
/** Largest zip of a machine's logs, bytes. */
export const MAX_LOGS_BYTES = 20 * 1_048_576;
/** Most bytes of it in one message. */
export const LOGS_PART_BYTES = 65_536;
/** What an agent says in its hello when it can be asked for its logs. */
export const LOGS_CAPABILITY = "logs";
