// The public face of the wire: message types, codec, limits, close codes, version.
// Signatures are in "@vigia/protocol/handshake", which needs node:crypto; this file runs in a browser too.

export { encodeBatch, type NumberedRecord } from "./batch-frame.ts";
export { CloseCode } from "./close-codes.ts";
export {
  decode,
  EnrolledStatement,
  EnrollStatement,
  type Envelope,
  type EnvelopeCase,
  encode,
  HelloStatement,
  InventoryBody,
  Metrics,
  RefusalStatement,
  Roster,
  type StatementCodec,
  WelcomeStatement,
  WireRecord,
} from "./codec.ts";
export { FlatReport } from "./flat-report.ts";
export * from "./inventory.ts";
export * from "./limits.ts";
export * from "./messages.ts";
export { decodeSparingly, UnreadReport } from "./sparing.ts";
export { MIN_PROTOCOL_VERSION, PROTOCOL_VERSION } from "./version.ts";
export { WireError } from "./wire-error.ts";
