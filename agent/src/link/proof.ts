// What a server must show before anything it says counts.
import { AgentState, type Challenge, type RefusalCode, RefusalStatement, WelcomeStatement } from "@vigia/protocol";
import { type HandshakeDomain, keyId, verifyServer } from "@vigia/protocol/handshake";

/** The bytes both sides sign. */
export interface Transcript {
  readonly domain: HandshakeDomain;
  readonly challengeFrame: Uint8Array;
  /** The agent's statement; empty before it was sent. */
  readonly agentStatement: Uint8Array;
}

interface Signed {
  readonly statement?: Uint8Array | null;
  readonly signature?: Uint8Array | null;
}

/** Whether an answer is signed by the server's key over this connection's transcript. */
export function proves(serverKey: Uint8Array, { domain, challengeFrame, agentStatement }: Transcript, answer: Signed): boolean {
  const none = new Uint8Array();
  return verifyServer(serverKey, domain, challengeFrame, agentStatement, answer.statement ?? none, answer.signature ?? none);
}

/** Whether a challenge names this server key. */
export function namesKey(challenge: Challenge, serverKey: Uint8Array): boolean {
  return keyId(serverKey).equals(challenge.identityKeyId ?? new Uint8Array());
}

export interface Refused {
  readonly code: RefusalCode;
  /** One sentence for people, control characters removed. */
  readonly message: string;
  readonly retryAfterMs: number;
}

/** A refusal's content. Throws WireError when it is damaged. */
export function readRefusal(answer: Signed): Refused {
  const said = RefusalStatement.decode(answer.statement ?? new Uint8Array());
  return { code: said.code ?? 0, message: clean(said.message ?? ""), retryAfterMs: said.retryAfterMs ?? 0 };
}

export interface Welcomed {
  /** Hexadecimal. */
  readonly sessionId: string;
  readonly serverTimeMs: number;
  readonly active: boolean;
  readonly statement: WelcomeStatement;
}

/** A welcome's content. Throws WireError when it is damaged. */
export function readWelcome(answer: Signed): Welcomed {
  const statement = WelcomeStatement.decode(answer.statement ?? new Uint8Array());
  return {
    sessionId: Buffer.from(statement.sessionId ?? []).toString("hex"),
    serverTimeMs: statement.serverTimeMs ?? 0,
    active: statement.state === AgentState.AGENT_STATE_ACTIVE,
    statement,
  };
}

/** Text from the other side, fit for a terminal and a log. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").slice(0, 300);
}
