// One enrolment over the agent socket: the token goes out only to the server it names, and nothing is believed that this server's key
// did not sign.
import type { KeyObject } from "node:crypto";
import {
  AgentState,
  type Challenge,
  CloseCode,
  decode,
  EnrolledStatement,
  EnrollStatement,
  encode,
  type HostFacts,
  MAX_UNAUTHENTICATED_FRAME_BYTES,
  PROTOCOL_VERSION,
  RefusalCode,
  Roster,
} from "@vigia/protocol";
import { parseEnrollmentToken } from "@vigia/protocol/enrollment-token";
import { keyId, rawPublicKey, signAsAgent, verifyRoster } from "@vigia/protocol/handshake";
import type { Identity } from "../identity.ts";
import { clean, proves, readRefusal, type Transcript } from "./proof.ts";
import type { Connect, Transport } from "./transport.ts";

const TIMEOUT_MS = 20_000;

/** Why an enrolment failed: one sentence for people. */
export class EnrollError extends Error {
  override readonly name = "EnrollError";
}

export interface EnrollParts {
  readonly server: string;
  /** As people copy it. */
  readonly token: string;
  readonly key: KeyObject;
  readonly facts: HostFacts;
  /** SHA-256 of what identifies the hardware; may be empty. */
  readonly hardwareHint: Uint8Array;
  readonly agentVersion: string;
  readonly connect: Connect;
  readonly randomBytes: (count: number) => Uint8Array;
  /** This machine's clock, milliseconds since 1970. */
  now(): number;
}

/** Enrols this machine and answers what it pins. Rejects with EnrollError. */
export function enroll(parts: EnrollParts): Promise<Identity> {
  const token = parseEnrollmentToken(parts.token);
  if (token === undefined) return Promise.reject(new EnrollError("this is not a whole enrolment token; copy it again from the console"));
  return new Promise((resolve, reject) => {
    let transport: Transport | undefined;
    let transcript: Transcript | undefined;
    let challenge: Challenge = {};
    let tlsKey = "";
    let giveUp = () => {};
    const timer = setTimeout(() => fail(`${parts.server} did not answer in time`), TIMEOUT_MS);

    function over(): void {
      clearTimeout(timer);
      if (transport === undefined) giveUp();
      else transport.close(1000, "done");
    }
    function fail(sentence: string): void {
      reject(new EnrollError(sentence));
      over();
    }

    function answerChallenge(frame: Uint8Array): void {
      if (
        !keyId32(challenge)
          .subarray(0, 16)
          .equals(token?.serverHint ?? Buffer.alloc(0))
      ) {
        transport?.close(CloseCode.BAD_PROOF, "wrong server");
        fail(`this token is for another server than ${parts.server}; the token was not sent`);
        return;
      }
      const statement = EnrollStatement.encode({
        token: parts.token.trim(),
        publicKey: rawPublicKey(parts.key),
        agentNonce: parts.randomBytes(32),
        host: parts.facts,
        agentVersion: parts.agentVersion,
        protocolVersion: PROTOCOL_VERSION,
        hardwareHint: parts.hardwareHint,
      });
      transcript = { domain: "vigia/enroll/v1", challengeFrame: Buffer.from(frame), agentStatement: statement };
      const signature = signAsAgent(parts.key, transcript.domain, transcript.challengeFrame, statement);
      transport?.send(encode({ body: "enroll", enroll: { statement, signature } }));
    }

    function take(frame: Uint8Array): void {
      if (frame.length > MAX_UNAUTHENTICATED_FRAME_BYTES) throw new EnrollError(`${parts.server} sent more than an enrolment takes`);
      const envelope = decode(frame);
      if (envelope.body === "challenge" && transcript === undefined) {
        challenge = envelope.challenge;
        answerChallenge(frame);
      } else if (envelope.body === "refusal") fail(refusalSentence(readRefusal(envelope.refusal)));
      else if (envelope.body === "enrolled" && transcript !== undefined) {
        const offset = (challenge.serverTimeMs ?? parts.now()) - parts.now();
        const generation = challenge.serverGeneration ?? 0;
        const believed = believe(envelope.enrolled, keyId32(challenge), transcript);
        resolve({ ...believed, servers: [parts.server], tlsKey, clockOffsetMs: offset, serverGeneration: generation });
        over();
      }
    }

    giveUp = parts.connect(parts.server, {
      opened(opened) {
        transport = opened;
        tlsKey = Buffer.from(opened.tlsKeyHash).toString("base64");
      },
      frame(bytes) {
        try {
          take(bytes);
        } catch (error) {
          fail(error instanceof EnrollError ? error.message : `${parts.server} does not speak Vigia's protocol`);
        }
      },
      alive: () => undefined,
      closed(code, reason, problem) {
        fail(problem ?? `${parts.server} closed the connection (${clean(reason) || code}); try again`);
      },
    });
  });
}

function keyId32(challenge: Challenge): Buffer {
  return Buffer.from(challenge.identityKeyId ?? []);
}

function refusalSentence({ code, message }: { code: RefusalCode; message: string }): string {
  const said = message === "" ? "" : ` (${message})`;
  if (code === RefusalCode.REFUSAL_CODE_BAD_TOKEN) {
    return `the server does not take this token: it is unknown, expired, used up or revoked; make a new one in the console${said}`;
  }
  if (code === RefusalCode.REFUSAL_CODE_TOO_OLD) return `this agent is too old for the server; install its current release${said}`;
  if (code === RefusalCode.REFUSAL_CODE_SLOW_DOWN) return `the server asks to wait; try again in a minute${said}`;
  return `the server declined${said || `: ${RefusalCode[code] ?? code}`}`;
}

type Believed = Omit<Identity, "servers" | "tlsKey" | "clockOffsetMs" | "serverGeneration">;

/** Checks everything an acceptance claims. Throws EnrollError. */
function believe(
  answer: { statement?: Uint8Array | null; signature?: Uint8Array | null },
  serverKeyId: Buffer,
  transcript: Transcript,
): Believed {
  const none = new Uint8Array();
  const said = EnrolledStatement.decode(answer.statement ?? none);
  const identityKey = said.identityKey ?? none;
  if (!keyId(identityKey).equals(serverKeyId) || !proves(identityKey, transcript, answer)) {
    throw new EnrollError("the server could not prove that it is the one the token names; nothing was kept");
  }
  const signerKey = said.signerKey ?? none;
  const recoveryKey = said.recoveryKey ?? none;
  const { roster: bytes, signature } = said.roster ?? {};
  if (!verifyRoster(signerKey, bytes ?? none, signature ?? none))
    throw new EnrollError("the server's roster is not signed by its signer; nothing was kept");
  const roster = Roster.decode(bytes ?? none);
  const names = (keys: readonly Uint8Array[] | null | undefined, key: Uint8Array) =>
    (keys ?? []).some((one) => Buffer.from(one).equals(key));
  const fits =
    names(roster.identityKeys, identityKey) && names(roster.signerKeys, signerKey) && names([roster.recoveryKey ?? none], recoveryKey);
  if (!fits || recoveryKey.length !== 32) throw new EnrollError("the server's roster names other keys than the server; nothing was kept");
  const ids = [said.organizationId, said.agentId, said.resourceId].map((id) => Buffer.from(id ?? none));
  if (ids.some((id) => id.length !== 16)) throw new EnrollError("the server's answer is incomplete; nothing was kept");
  const [organizationId, agentId, resourceId] = ids.map((id) => id.toString("hex"));
  const base64 = (key: Uint8Array | null | undefined) => Buffer.from(key ?? none).toString("base64");
  return {
    version: 1,
    organizationId: organizationId ?? "",
    organizationName: clean(said.organizationName ?? ""),
    agentId: agentId ?? "",
    resourceId: resourceId ?? "",
    identityKey: base64(identityKey),
    recoveryKey: base64(recoveryKey),
    signerKey: base64(signerKey),
    roster: { version: roster.version ?? 0, bytes: base64(bytes), signature: base64(signature) },
    standing: said.state === AgentState.AGENT_STATE_ACTIVE ? "active" : "pending",
    standingReason: "",
    bootId: "",
  };
}
