// Envelopes and signed statements to bytes and back, with every limit held before anything is believed.
import "./plain-numbers.ts";

import { vigia } from "#gen/vigia.js";
import { MAX_ELEMENTS, MAX_INVENTORY_ELEMENTS } from "./limits.ts";
import { scan } from "./scan.ts";
import { WireError } from "./wire-error.ts";

const v1 = vigia.v1;
export type Envelope = vigia.v1.Envelope.$Shape;
/** The name of an envelope's case, e.g. "batch". */
export type EnvelopeCase = NonNullable<Envelope["body"]>;

/** Encodes one envelope. Throws WireError naming the field that does not fit its type. */
export function encode(envelope: Envelope): Uint8Array {
  const problem = v1.Envelope.verify(envelope);
  if (problem !== null) throw new WireError("invalid", problem);
  return v1.Envelope.encode(envelope).finish();
}

/** Decodes one frame. Throws WireError when it is damaged, breaks a limit, or does not hold exactly one case. */
export function decode(bytes: Uint8Array): Envelope {
  if (scan("Envelope", bytes) > 1) throw new WireError("several", "an envelope holds exactly one message");
  const envelope = guarded(() => v1.Envelope.decode(bytes));
  if (envelope.body === undefined || envelope.body === null) throw new WireError("empty", "an envelope without a known message");
  return envelope as Envelope;
}

/** Runs a decoder; whatever it throws becomes a WireError. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new WireError("malformed", error instanceof Error ? error.message : "undecodable", { cause: error });
  }
}

interface Codec<Shape, Properties> {
  verify(message: { [name: string]: unknown }): string | null;
  encode(message: Properties): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Shape;
}

/** A message that travels as bytes inside another one, so that a signature covers exactly these bytes. */
export interface StatementCodec<Shape> {
  /** Throws WireError naming the field that does not fit. */
  encode(message: Shape): Uint8Array;
  /** Throws WireError on damage or a broken limit. */
  decode(bytes: Uint8Array): Shape;
}

function statement<Shape extends object>(name: string, codec: Codec<unknown, never>, most = MAX_ELEMENTS): StatementCodec<Shape> {
  return {
    encode(message) {
      const problem = codec.verify(message as { [name: string]: unknown });
      if (problem !== null) throw new WireError("invalid", `${name}: ${problem}`);
      return codec.encode(message as never).finish();
    },
    decode(bytes) {
      scan(name, bytes, most);
      return guarded(() => codec.decode(bytes)) as Shape;
    },
  };
}

export type HelloStatement = vigia.v1.HelloStatement.$Shape;
export type WelcomeStatement = vigia.v1.WelcomeStatement.$Shape;
export type RefusalStatement = vigia.v1.RefusalStatement.$Shape;
export type EnrollStatement = vigia.v1.EnrollStatement.$Shape;
export type EnrolledStatement = vigia.v1.EnrolledStatement.$Shape;
export type Roster = vigia.v1.Roster.$Shape;
export type WireRecord = vigia.v1.Record.$Shape;
export type Metrics = vigia.v1.Metrics.$Shape;

export const HelloStatement = statement<HelloStatement>("HelloStatement", v1.HelloStatement);
export const WelcomeStatement = statement<WelcomeStatement>("WelcomeStatement", v1.WelcomeStatement);
export const RefusalStatement = statement<RefusalStatement>("RefusalStatement", v1.RefusalStatement);
export const EnrollStatement = statement<EnrollStatement>("EnrollStatement", v1.EnrollStatement);
export const EnrolledStatement = statement<EnrolledStatement>("EnrolledStatement", v1.EnrolledStatement);
export const Roster = statement<Roster>("Roster", v1.Roster);
/** One record of a lane as the spool stores it: the wire's own bytes. */
export const WireRecord = statement<WireRecord>("Record", v1.Record);
/** One metrics report on its own: what the server keeps as the latest of a resource. */
export const Metrics = statement<Metrics>("Metrics", v1.Metrics);
export type InventoryBody = vigia.v1.InventoryBody.$Shape;
/** What one section of an inventory holds, inflated. A frame's limit of elements does not fit a list of programs: it has its own. */
export const InventoryBody = statement<InventoryBody>("InventoryBody", v1.InventoryBody, MAX_INVENTORY_ELEMENTS);
