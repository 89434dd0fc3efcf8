// How the server says no: signed over the whole exchange, so that nobody else can say it.
import { CloseCode, encode, MIN_PROTOCOL_VERSION, RefusalCode, RefusalStatement } from "@vigia/protocol";
import { type HandshakeDomain, signAsServer } from "@vigia/protocol/handshake";
import { type GatewayNeeds, randomUpTo } from "./context.ts";

export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence for people, English; never says more about an agent than its code does. */
  readonly message: string;
}

/** What passes by itself: the agent may come back later without anybody doing anything. */
const PASSING = new Set<RefusalCode>([RefusalCode.REFUSAL_CODE_SLOW_DOWN, RefusalCode.REFUSAL_CODE_UNAVAILABLE]);
const SHORTEST_RETRY_MS = 5_000;
const RETRY_SPREAD_MS = 30_000;
const REFUSED_RETRY_MS = 300_000;

/** The refusal's frame and the close code that follows it. */
export function refusalFrame(
  { keys, random }: Pick<GatewayNeeds, "keys" | "random">,
  domain: HandshakeDomain,
  challengeFrame: Uint8Array,
  agentStatement: Uint8Array,
  { code, message }: Refusal,
): { frame: Uint8Array; closeCode: number } {
  const passing = PASSING.has(code);
  const statement = RefusalStatement.encode({
    code,
    message,
    retryAfterMs: passing ? SHORTEST_RETRY_MS + randomUpTo(random, RETRY_SPREAD_MS) : REFUSED_RETRY_MS,
    minProtocolVersion: MIN_PROTOCOL_VERSION,
  });
  const signature = signAsServer(keys.identity, domain, challengeFrame, agentStatement, statement);
  return { frame: encode({ refusal: { statement, signature } }), closeCode: passing ? CloseCode.TRY_LATER : CloseCode.REFUSED };
}
