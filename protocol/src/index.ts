// The public face of the wire: message types, codec, limits, close codes, version.
// Signatures are in "@vigia/protocol/handshake", which needs node:crypto; this file runs in a browser too.
export { CloseCode } from "./close-codes.ts";
export { encodeBatch, type NumberedRecord } from "./batch-frame.ts";
export * from "./codec.ts";
export * from "./limits.ts";
export * from "./messages.ts";
export { metricsBytes, recordBytes } from "./record-bytes.ts";
export { MIN_PROTOCOL_VERSION, PROTOCOL_VERSION } from "./version.ts";
export { WireError } from "./wire-error.ts";
