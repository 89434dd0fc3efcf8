// Judges one enrolment: checks what a machine claims, asks the directory, and makes the signed answer that it will pin for life.
import { createHash } from "node:crypto";
import {
  AgentState,
  type EnrollStatement as EnrollClaim,
  EnrolledStatement,
  EnrollStatement,
  encode,
  MIN_PROTOCOL_VERSION,
  RefusalCode,
} from "@vigia/protocol";
import { parseEnrollmentToken } from "@vigia/protocol/enrollment-token";
import { signAsServer, verifyAgent } from "@vigia/protocol/handshake";
import { idFromBytes, idToBytes } from "../ids.ts";
import type { GatewayNeeds } from "./context.ts";
import { type GatewayLimits, KeyedBuckets, TokenBucket, TokenRate } from "./limits.ts";
import type { EnrollOutcome, EnrollRequest } from "./port.ts";
import type { Refusal } from "./refusal.ts";

type EnrollVerdict =
  | { readonly kind: "enrolled"; readonly frame: Uint8Array; readonly agentId: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "malformed"; readonly reason: string };

const BAD_TOKEN: Refusal = {
  code: RefusalCode.REFUSAL_CODE_BAD_TOKEN,
  message: "The enrolment token is unknown, expired, used up or revoked.",
};
const BAD_KEY: Refusal = {
  code: RefusalCode.REFUSAL_CODE_BAD_PROOF,
  message: "This key cannot be enrolled: it is not proven, or enrolled already.",
};
const TOO_OLD: Refusal = {
  code: RefusalCode.REFUSAL_CODE_TOO_OLD,
  message: "The agent is too old for this server; install a newer release.",
};
const SLOW_DOWN: Refusal = { code: RefusalCode.REFUSAL_CODE_SLOW_DOWN, message: "Too many machines enrol at this moment." };

export type JudgeEnrolment = (
  challengeFrame: Uint8Array,
  statementBytes: Uint8Array,
  signature: Uint8Array,
  address: string,
) => Promise<EnrollVerdict>;

/** Builds the judge. It throws WireError on damage, and what the directory throws. */
export function createEnrolment(
  { clock, directory, keys }: Pick<GatewayNeeds, "clock" | "directory" | "keys">,
  limits: GatewayLimits,
): JudgeEnrolment {
  const all = new TokenBucket(new TokenRate(clock, limits.enrolmentsPerMinute / 60, limits.enrolmentsPerMinute));
  const each = new KeyedBuckets(new TokenRate(clock, limits.enrolmentsPerMinutePerToken / 60, limits.enrolmentsPerMinutePerToken));

  return async (challengeFrame, statementBytes, signature, address) => {
    const claim = EnrollStatement.decode(statementBytes);
    const request = readClaim(claim, address);
    if (request === undefined) return { kind: "malformed", reason: "an enrolment with parts missing or of the wrong size" };
    const proven = verifyAgent(request.publicKey, "vigia/enroll/v1", challengeFrame, statementBytes, signature);
    if (!proven) return { kind: "refused", refusal: BAD_KEY };
    if (request.protocolVersion < MIN_PROTOCOL_VERSION) return { kind: "refused", refusal: TOO_OLD };
    const token = parseEnrollmentToken(claim.token ?? "");
    const organizationId = idFromBytes(token?.organizationId);
    if (!all.take()) return { kind: "refused", refusal: SLOW_DOWN };
    if (token === undefined || organizationId === undefined) return { kind: "refused", refusal: BAD_TOKEN };
    if (!each.take(createHash("sha256").update(token.secret).digest("base64"))) return { kind: "refused", refusal: SLOW_DOWN };
    const outcome = await directory.enroll({ ...request, organizationId, secret: token.secret });
    if (!outcome.enrolled) return { kind: "refused", refusal: outcome.because === "token" ? BAD_TOKEN : BAD_KEY };
    const frame = enrolledFrame(keys, challengeFrame, statementBytes, organizationId, outcome);
    return { kind: "enrolled", frame, agentId: outcome.agentId };
  };
}

function readClaim(claim: EnrollClaim, address: string): Omit<EnrollRequest, "organizationId" | "secret"> | undefined {
  const { publicKey, agentNonce, host } = claim;
  const hardwareHint = claim.hardwareHint ?? new Uint8Array();
  if (publicKey?.length !== 32 || agentNonce?.length !== 32 || host == null || ![0, 32].includes(hardwareHint.length)) return undefined;
  return { publicKey, host, agentVersion: claim.agentVersion ?? "", protocolVersion: claim.protocolVersion ?? 0, hardwareHint, address };
}

function enrolledFrame(
  keys: GatewayNeeds["keys"],
  challengeFrame: Uint8Array,
  agentStatement: Uint8Array,
  organizationId: string,
  outcome: EnrollOutcome & { enrolled: true },
): Uint8Array {
  const statement = EnrolledStatement.encode({
    organizationId: idToBytes(organizationId),
    agentId: idToBytes(outcome.agentId),
    resourceId: idToBytes(outcome.resourceId),
    state: outcome.state === "active" ? AgentState.AGENT_STATE_ACTIVE : AgentState.AGENT_STATE_PENDING,
    identityKey: keys.identityPublic,
    recoveryKey: keys.recoveryPublic,
    signerKey: keys.signerPublic,
    roster: keys.roster,
    organizationName: outcome.organizationName,
  });
  const signature = signAsServer(keys.identity, "vigia/enroll/v1", challengeFrame, agentStatement, statement);
  return encode({ enrolled: { statement, signature } });
}
