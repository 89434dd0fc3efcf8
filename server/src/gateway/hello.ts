// Judges one hello: which agent it proves to be, or why it is not let in. Nothing it says is believed before the proof holds.
import { HelloStatement, MIN_PROTOCOL_VERSION, RefusalCode } from "@vigia/protocol";
import { verifyAgent } from "@vigia/protocol/handshake";
import { idFromBytes } from "../ids.ts";
import type { AgentDirectory, AgentStanding, HelloFacts, KnownAgent, RefusedHello } from "./port.ts";
import type { Refusal } from "./refusal.ts";

export interface ProvenHello {
  readonly agent: KnownAgent;
  readonly epoch: number;
  readonly facts: Omit<HelloFacts, "address">;
}

export type HelloVerdict =
  | { readonly kind: "proven"; readonly hello: ProvenHello }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly audit: Omit<RefusedHello, "address"> }
  | { readonly kind: "malformed"; readonly reason: string };

type Reason = RefusedHello["reason"];

const REFUSALS: Record<Reason, Refusal> = {
  bad_proof: { code: RefusalCode.REFUSAL_CODE_BAD_PROOF, message: "The proof does not fit this agent." },
  unknown_agent: { code: RefusalCode.REFUSAL_CODE_UNKNOWN_AGENT, message: "There is no such agent in that organization." },
  too_old: { code: RefusalCode.REFUSAL_CODE_TOO_OLD, message: "The agent is too old for this server; install a newer release." },
  revoked: { code: RefusalCode.REFUSAL_CODE_REVOKED, message: "An administrator revoked this agent; enrol it again." },
  refused: {
    code: RefusalCode.REFUSAL_CODE_NOT_APPROVED,
    message: "An administrator did not let this machine in; they can still approve it.",
  },
  deleted: { code: RefusalCode.REFUSAL_CODE_REVOKED, message: "An administrator deleted this machine; enrol it again." },
  unenrolled: { code: RefusalCode.REFUSAL_CODE_UNENROLLED, message: "This agent left; enrol it again." },
};

/** The statement's parts in the sizes the wire demands, or undefined. */
function readStatement(bytes: Uint8Array) {
  const { organizationId, agentId, publicKey, agentNonce, epoch, bootId, protocolVersion, ...rest } = HelloStatement.decode(bytes);
  const [organization, agent] = [idFromBytes(organizationId), idFromBytes(agentId)];
  if (organization === undefined || agent === undefined || publicKey?.length !== 32 || agentNonce?.length !== 32) return undefined;
  if (bootId?.length !== 16 || !Number.isSafeInteger(epoch) || !epoch) return undefined;
  if (rest.tlsSpkiSeen != null && ![0, 32].includes(rest.tlsSpkiSeen.length)) return undefined;
  return {
    organizationId: organization,
    agentId: agent,
    publicKey,
    epoch,
    protocolVersion: protocolVersion ?? 0,
    facts: {
      bootId,
      protocolVersion: protocolVersion ?? 0,
      agentVersion: rest.agentVersion ?? "",
      capabilities: rest.capabilities ?? [],
      tlsSpkiSeen: rest.tlsSpkiSeen ?? new Uint8Array(),
    },
  };
}

/** Judges a hello on the connection that this challenge opened. Throws WireError on damage, and what the directory throws. */
export async function judgeHello(
  directory: Pick<AgentDirectory, "find">,
  challengeFrame: Uint8Array,
  statementBytes: Uint8Array,
  signature: Uint8Array,
): Promise<HelloVerdict> {
  const statement = readStatement(statementBytes);
  if (statement === undefined) return { kind: "malformed", reason: "a hello with parts missing or of the wrong size" };
  const { organizationId, agentId } = statement;
  const refuse = (reason: keyof typeof REFUSALS): HelloVerdict => ({
    kind: "refused",
    refusal: REFUSALS[reason],
    audit: { organizationId, agentId, reason },
  });

  const agent = await directory.find(organizationId, agentId);
  // The stored key decides, never the one that came along. For a stranger the same work is done, so that time tells nothing.
  const key = agent?.publicKey ?? statement.publicKey;
  const proven = verifyAgent(key, "vigia/hello/v1", challengeFrame, statementBytes, signature);
  if (agent === undefined) return refuse("unknown_agent");
  if (!proven || !Buffer.from(agent.publicKey).equals(statement.publicKey)) return refuse("bad_proof");
  if (!mayConnect(agent.state)) return refuse(agent.state);
  if (statement.protocolVersion < MIN_PROTOCOL_VERSION) return refuse("too_old");
  return { kind: "proven", hello: { agent, epoch: statement.epoch, facts: statement.facts } };
}

function mayConnect(state: AgentStanding): state is "pending" | "active" {
  return state === "pending" || state === "active";
}
