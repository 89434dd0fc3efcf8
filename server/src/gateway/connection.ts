// One socket from its first byte: challenge, one hello or enrolment within limits, then a session. Until a Welcome is sent
// the peer is a stranger: it may say one small thing, soon.
import {
  AgentState,
  CloseCode,
  decode,
  type Envelope,
  encode,
  MAX_UNAUTHENTICATED_FRAME_BYTES,
  PROTOCOL_VERSION,
  RefusalCode,
  type Settings,
  WelcomeStatement,
  WireError,
} from "@vigia/protocol";
import { type HandshakeDomain, signAsServer } from "@vigia/protocol/handshake";
import { idToBytes, newId } from "../ids.ts";
import { judgeHello, type ProvenHello } from "./hello.ts";
import { type Hub, type ProvenSeat, tally } from "./hub.ts";
import type { Link } from "./link.ts";
import type { AgentIds } from "./port.ts";
import { type Refusal, refusalFrame } from "./refusal.ts";
import { Session } from "./session.ts";

/** Room for WebSocket headers around the one frame a stranger may send, bytes. */
const FRAMING_BYTES = 512;
const NOTHING = new Uint8Array();
const UNAVAILABLE: Refusal = { code: RefusalCode.REFUSAL_CODE_UNAVAILABLE, message: "The server cannot answer now." };

export class Connection implements ProvenSeat {
  readonly #hub: Hub;
  readonly #link: Link;
  readonly #address: string;
  /** Undefined once it was called. */
  #noStranger: ((isProven: boolean) => void) | undefined;
  /** Until the first words. */
  #deadline: NodeJS.Timeout | undefined;
  /** Empty once it was answered: it lies in a larger piece of memory, which would stay with it. */
  #challengeFrame: Uint8Array;
  #strangerBytes = 0;
  #waiting: "for words" | "for the answer" = "for words";
  #agent: AgentIds | undefined;
  #session: Session | undefined;
  /** Settings that changed while the Welcome was prepared. */
  #newerSettings: Settings | undefined;

  /** `noStranger` is called once: when the peer has proven itself, or is gone without. */
  constructor(hub: Hub, link: Link, address: string, noStranger: (isProven: boolean) => void) {
    this.#hub = hub;
    this.#link = link;
    this.#address = address;
    this.#noStranger = noStranger;
    hub.standing.add(this);
    const { clock, keys, random, generation } = hub.needs;
    this.#challengeFrame = encode({
      challenge: {
        serverNonce: random(32),
        serverTimeMs: clock.now(),
        identityKeyId: keys.identityKeyId,
        serverGeneration: generation,
        protocolVersion: PROTOCOL_VERSION,
      },
    });
    link.sendFrame(this.#challengeFrame);
    this.#deadline = setTimeout(() => this.#turnAway(CloseCode.HELLO_TIMEOUT, "no hello in time"), hub.limits.helloTimeoutMs);
  }

  /** The proven agent. Throws before there is one. */
  get agent(): AgentIds {
    if (this.#agent === undefined) throw new Error("this connection has not proven an agent");
    return this.#agent;
  }

  /** Undefined until the Welcome is sent. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** A stranger's raw bytes arrived. */
  received(bytes: number): void {
    this.#strangerBytes += bytes;
    if (this.#strangerBytes > MAX_UNAUTHENTICATED_FRAME_BYTES + FRAMING_BYTES && !this.#link.closing)
      this.#turnAway(CloseCode.BAD_FRAME, "too much before a hello");
  }

  message(data: Buffer, isBinary: boolean): void {
    if (this.#link.closing) return;
    this.#hub.counters.frames++;
    if (!isBinary) this.#breach("a text frame");
    else if (this.#session !== undefined) {
      this.#hub.registry.heard(this.agent.resourceId);
      this.#session.frame(data);
    } else if (this.#waiting === "for the answer") this.#breach("a second message before the answer");
    else this.#firstWords(data);
  }

  /** A WebSocket ping or pong arrived. */
  control(): void {
    if (this.#session === undefined || this.#link.closing) return;
    this.#hub.registry.heard(this.agent.resourceId);
    this.#session.control();
  }

  /** The socket failed; its closing follows. */
  failed(error: Error): void {
    this.#hub.needs.log.debug({ err: error }, "an agent's socket failed");
  }

  closed(): void {
    this.#link.gone();
    this.#hub.standing.delete(this);
    this.#endWaiting();
    this.#endStrangeness(false);
    if (this.#agent === undefined) return;
    // A newer connection of the same agent keeps its presence.
    if (this.#hub.sessions.leave(this)) this.#hub.registry.closed(this.agent.resourceId, this.#session?.closedHow ?? "lost");
  }

  stop(): void {
    this.#link.close(CloseCode.SERVICE_RESTART, "the server stops");
  }

  replace(): void {
    if (this.#session !== undefined) this.#session.replace();
    else this.#link.close(CloseCode.REPLACED, "replaced");
  }

  applySettings(settings: Settings): void {
    if (this.#session === undefined) this.#newerSettings = settings;
    else this.#session.applySettings(settings);
  }

  /** The server lets the agent go on purpose: it shall come back and meet its new state. */
  dismiss(reason: string): void {
    if (this.#session !== undefined) {
      this.#session.closedHow = "returning";
      this.#session.goAway(reason, 0);
    } else this.#link.close(CloseCode.SERVICE_RESTART, reason);
  }

  #firstWords(data: Buffer): void {
    this.#waiting = "for the answer";
    // It said its words in time; from here on the server is the one that is waited for.
    this.#endWaiting();
    try {
      if (data.length > MAX_UNAUTHENTICATED_FRAME_BYTES) throw new WireError("too-long", "too large for a first message");
      this.#consider(decode(data));
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.#breach(error.message);
    }
  }

  #consider({ hello, enroll }: Envelope): void {
    const words = hello ?? enroll;
    if (words == null) throw new WireError("invalid", "neither hello nor enrolment");
    const [statement, signature] = [words.statement ?? new Uint8Array(), words.signature ?? new Uint8Array()];
    const domain: HandshakeDomain = hello == null ? "vigia/enroll/v1" : "vigia/hello/v1";
    const answer = hello == null ? this.#enroll(statement, signature) : this.#hello(statement, signature);
    answer.catch((error: unknown) => {
      if (error instanceof WireError) return this.#breach(error.message);
      this.#hub.needs.log.error({ err: error }, "a hello or enrolment failed");
      this.#hub.troubled();
      this.#refuse(domain, statement, UNAVAILABLE);
    });
  }

  async #enroll(statement: Uint8Array, signature: Uint8Array): Promise<void> {
    const verdict = await this.#hub.judgeEnrolment(this.#challengeFrame, statement, signature, this.#address);
    if (verdict.kind === "malformed") return this.#turnAway(CloseCode.BAD_FRAME, verdict.reason);
    if (verdict.kind === "refused") return this.#refuse("vigia/enroll/v1", statement, verdict.refusal);
    this.#hub.counters.enrolled++;
    this.#hub.needs.log.info({ agentId: verdict.agentId, address: this.#address }, "an agent enrolled");
    this.#link.sendFrame(verdict.frame);
    this.#link.close(CloseCode.ENROLLED, "enrolled");
  }

  async #hello(statement: Uint8Array, signature: Uint8Array): Promise<void> {
    // Nothing signed: answering a storm has to stay cheaper than making it.
    if (!this.#hub.hellos.take(this.#address)) return this.#turnAway(CloseCode.TRY_LATER, "too many hellos");
    const { directory } = this.#hub.needs;
    const verdict = await judgeHello(directory, this.#challengeFrame, statement, signature);
    if (this.#link.closing) return;
    if (verdict.kind === "malformed") return this.#turnAway(CloseCode.BAD_FRAME, verdict.reason);
    if (verdict.kind === "refused") {
      directory.refused({ ...verdict.audit, address: this.#address });
      return this.#refuse("vigia/hello/v1", statement, verdict.refusal);
    }
    await this.#welcome(verdict.hello, statement);
  }

  async #welcome({ agent, epoch, facts }: ProvenHello, agentStatement: Uint8Array): Promise<void> {
    const { directory, delivery, clock, keys, log } = this.#hub.needs;
    const { organizationId, agentId, resourceId } = agent;
    // The seat comes first: a decision about the agent made from here on finds this connection and closes it.
    this.#agent = { organizationId, agentId, resourceId };
    this.#hub.sessions.claim(this);
    if (this.#hub.sessions.looksCloned(agentId, facts.bootId))
      directory.cloneSuspected(agent).catch((error: unknown) => log.error({ err: error }, "a suspected clone could not be audited"));
    const standing = await directory.connected(agent, { ...facts, address: this.#address });
    if (this.#link.closing) return;
    if (standing === undefined) return this.dismiss("changed");
    const pending = standing.state === "pending";
    const session = new Session({ organizationId, agentId, resourceId, pending }, epoch, this.#link, this.#hub.ofSessions);
    const cursors = await delivery.cursors(session.agent, epoch);
    if (this.#link.closing) return;
    const sessionId = newId();
    const statement = WelcomeStatement.encode({
      sessionId: idToBytes(sessionId),
      serverTimeMs: clock.now(),
      cursors,
      settings: this.#newerSettings ?? standing.settings,
      state: pending ? AgentState.AGENT_STATE_PENDING : AgentState.AGENT_STATE_ACTIVE,
    });
    const signature = signAsServer(keys.identity, "vigia/hello/v1", this.#challengeFrame, agentStatement, statement);
    this.#challengeFrame = NOTHING;
    this.#begin(session);
    this.#link.send({ welcome: { statement, signature } });
    if (!pending) this.#hub.ofSessions.logs.connected(session.agent);
    log.info({ agentId, sessionId, address: this.#address, agentVersion: facts.agentVersion }, "an agent is connected");
  }

  #begin(session: Session): void {
    this.#endStrangeness(true);
    this.#agent = session.agent;
    this.#session = session;
    this.#hub.counters.welcomed++;
    this.#hub.registry.connected(session.agent);
  }

  #endStrangeness(isProven: boolean): void {
    this.#noStranger?.(isProven);
    this.#noStranger = undefined;
  }

  #endWaiting(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  #refuse(domain: HandshakeDomain, agentStatement: Uint8Array, refusal: Refusal): void {
    tally(this.#hub.counters.refusals, refusal.code);
    const { frame, closeCode } = refusalFrame(this.#hub.needs, domain, this.#challengeFrame, agentStatement, refusal);
    this.#link.sendFrame(frame);
    this.#link.close(closeCode, "refused");
  }

  #breach(reason: string): void {
    if (this.#session === undefined) this.#turnAway(CloseCode.BAD_FRAME, reason);
    else this.#session.breach(reason);
  }

  #turnAway(code: number, reason: string): void {
    tally(this.#hub.counters.turnedAway, code);
    this.#hub.needs.log.debug({ address: this.#address, code, reason }, "a connection is turned away");
    this.#link.close(code, reason);
  }
}
