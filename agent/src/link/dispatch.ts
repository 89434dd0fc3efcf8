// Which handler takes which message from the server: one entry per case, so that a new case in the .proto does not compile without one.
import type { Envelope, EnvelopeCase } from "@vigia/protocol";

type AgentCase = "hello" | "enroll" | "batch" | "unenroll" | "logsOffer" | "logsPart";
type ServerCase = Exclude<EnvelopeCase, AgentCase>;

/** What each case carries. */
export type Bodies = { [Case in ServerCase]: NonNullable<Envelope[Case]> };
export type Handlers = { readonly [Case in ServerCase]: (body: Bodies[Case]) => void | Promise<void> };

/** Gives a message to its handler; false when it is none that a server sends. */
export async function dispatch(handlers: Handlers, envelope: Envelope): Promise<boolean> {
  const name = envelope.body;
  if (name === undefined || !(name in handlers)) return false;
  const handle = handlers[name as ServerCase] as (body: unknown) => void | Promise<void>;
  await handle(envelope[name]);
  return true;
}
