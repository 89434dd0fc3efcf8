// One handler for each message an agent may send: a new case in the .proto is a compile error here until it has one.
import type { Envelope, EnvelopeCase } from "@vigia/protocol";

/** What only the server says. A peer that sends one of these reflects or is broken. */
type ServerCase =
  | "challenge"
  | "welcome"
  | "enrolled"
  | "refusal"
  | "ack"
  | "resendFrom"
  | "settings"
  | "goAway"
  | "inventoryRequest"
  | "logsRequest"
  | "logsWanted";
type AgentCase = Exclude<EnvelopeCase, ServerCase>;
type Bodies = { readonly [Case in AgentCase]: NonNullable<Envelope[Case]> };

export type Handlers<Context> = { readonly [Case in AgentCase]: (context: Context, body: Bodies[Case]) => void };

/** Calls the handler of the envelope's case. Answers false when it is none an agent may send. */
export function dispatch<Context>(handlers: Handlers<Context>, context: Context, envelope: Envelope): boolean {
  const name = envelope.body;
  if (name === undefined || !Object.hasOwn(handlers, name)) return false;
  const handler = handlers[name as AgentCase] as (context: Context, body: unknown) => void;
  handler(context, envelope[name]);
  return true;
}
