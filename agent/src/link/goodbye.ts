// Says goodbye to the server for good, over a session of its own.
import type { KeyObject } from "node:crypto";
import { RefusalCode } from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import type { Identity } from "../identity.ts";
import type { Log } from "../log.ts";
import { Session } from "./session.ts";
import type { Connect } from "./transport.ts";

const TIMEOUT_MS = 15_000;
const NORMAL = 1000;
/** Refusals after which there is nothing left to say goodbye to. */
const GONE: readonly RefusalCode[] = [
  RefusalCode.REFUSAL_CODE_UNKNOWN_AGENT,
  RefusalCode.REFUSAL_CODE_REVOKED,
  RefusalCode.REFUSAL_CODE_UNENROLLED,
];

export interface GoodbyeParts {
  readonly identity: Identity;
  readonly key: KeyObject;
  /** The spool's epoch: a goodbye must not look like a new spool. */
  readonly epoch: number;
  readonly agentVersion: string;
  readonly connect: Connect;
  readonly clock: Clock;
  readonly log: Log;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** Answers undefined when the server took it (or knows the agent no more), else why not, in one sentence. */
export async function sayGoodbye(parts: GoodbyeParts, reason: string): Promise<string | undefined> {
  const { identity } = parts;
  const server = identity.servers[0] ?? "";
  let said = false;
  const session: Session = new Session({
    ...parts,
    organizationId: Buffer.from(identity.organizationId, "hex"),
    agentId: Buffer.from(identity.agentId, "hex"),
    bootId: Buffer.alloc(16),
    serverKey: Buffer.from(identity.identityKey, "base64"),
    knownGeneration: identity.serverGeneration,
    spool: { epoch: parts.epoch, lanes: [], resendStates: () => undefined, event: async () => undefined },
    onWelcome: async () => undefined,
    onSettings: () => {
      said ||= session.say({ body: "unenroll", unenroll: { reason } });
    },
    onAcked: () => undefined,
  });
  const giveUp = parts.connect(server, session);
  const timer = setTimeout(() => {
    session.leave("the server did not answer in time");
    giveUp();
  }, TIMEOUT_MS);
  const end = await session.ended;
  clearTimeout(timer);
  if (end.kind === "refused") return GONE.includes(end.code) ? undefined : end.message;
  // The server closes normally once it has written the goodbye down, and with another code when it could not.
  if (said && end.kind === "lost" && end.code === NORMAL) return undefined;
  return "problem" in end ? end.problem : `the server closed the connection (${end.kind})`;
}
