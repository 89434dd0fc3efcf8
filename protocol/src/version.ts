// The protocol's version: one integer, one dated line per change. Bump it with every change that the other side can notice.
// 1  2026-11-21  hello, enrolment, three lanes, metrics, host facts, collector status, settings.
// 2  2026-11-22  inventory: sections, taken, request; logs: request, wanted, offer, part, for agents with the capability "logs".
export const PROTOCOL_VERSION = 2;

/** The oldest agent this server still speaks to; older ones get a typed refusal. */
export const MIN_PROTOCOL_VERSION = 1;
