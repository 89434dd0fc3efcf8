// One connection's life: challenge, hello, welcome, then records out and Acks in. Before a valid Welcome nothing the server says
// counts; after it, everything it says goes through one table.
import type { KeyObject } from "node:crypto";
import {
  type AgentEvent,
  AgentEventKind,
  type Challenge,
  CloseCode,
  DEAD_AFTER_MS,
  decode,
  type Envelope,
  encode,
  HELLO_TIMEOUT_MS,
  HelloStatement,
  Lane,
  LOGS_CAPABILITY,
  type LogsRequest,
  type LogsWanted,
  MAX_UNAUTHENTICATED_FRAME_BYTES,
  PROTOCOL_VERSION,
  type Settings,
} from "@vigia/protocol";
import { rawPublicKey, signAsAgent } from "@vigia/protocol/handshake";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { OpenSpool } from "../spool/index.ts";
import { type Bodies, dispatch, type Handlers } from "./dispatch.ts";
import { clean, namesKey, proves, type Refused, readRefusal, readWelcome, type Transcript, type Welcomed } from "./proof.ts";
import { Sender } from "./sender.ts";
import type { Transport, TransportHandlers } from "./transport.ts";

/** How a silent server is noticed, milliseconds: pinged after so much silence, left after so much. */
export interface Silence {
  readonly pingAfterMs: number;
  readonly deadAfterMs: number;
}
/** The server pings after 50 s by itself: an agent asks only when even that did not come. */
const SILENCE: Silence = { pingAfterMs: 56_000, deadAfterMs: DEAD_AFTER_MS };

/** Why a session ended. */
export type SessionEnd =
  /** Signed by the pinned server key: to be believed. */
  | ({ readonly kind: "refused" } & Refused)
  /** The server said it would go; milliseconds it asks to stay away. */
  | { readonly kind: "go-away"; readonly reason: string; readonly retryAfterMs: number }
  | { readonly kind: "replaced" }
  /** Somebody without the pinned key answers. */
  | { readonly kind: "wrong-server"; readonly problem: string }
  /** `code` is the WebSocket's, when it was closed from the other side. */
  | { readonly kind: "lost"; readonly problem: string; readonly code?: number };

/** What was agreed in a valid Welcome. */
export interface Agreement extends Welcomed {
  readonly generation: number;
  readonly tlsKeyHash: Uint8Array;
}

export interface SessionParts {
  /** 16 bytes each. */
  readonly organizationId: Uint8Array;
  readonly agentId: Uint8Array;
  readonly bootId: Uint8Array;
  readonly key: KeyObject;
  /** The server's raw identity key, pinned at enrolment. */
  readonly serverKey: Uint8Array;
  readonly knownGeneration: number;
  readonly agentVersion: string;
  readonly spool: Pick<OpenSpool, "epoch" | "lanes" | "resendStates" | "event">;
  readonly clock: Clock;
  readonly log: Log;
  readonly randomBytes: (count: number) => Uint8Array;
  /** For tests that do not wait so long. */
  readonly silence?: Silence | undefined;
  /** Told once, before any record is sent; sending waits for it. */
  onWelcome(agreement: Agreement): Promise<void>;
  onSettings(settings: Settings): void;
  onAcked(): void;
  /** The server wants an inventory now, with all sections when `full`. */
  readonly onInventoryRequest?: ((full: boolean) => void) | undefined;
  /** The server wants the machine's logs, or a part of them; what it says has an answer (say). */
  readonly logs?: LogsAsked | undefined;
}

/** Who answers when the server asks for logs. */
export interface LogsAsked {
  request(ask: LogsRequest): void;
  wanted(ask: LogsWanted): Promise<void>;
}

type Phase = "challenge" | "welcome" | "open" | "ended";

export class Session implements TransportHandlers {
  /** Resolves when the connection is gone; never rejects. */
  readonly ended: Promise<SessionEnd>;
  readonly #parts: SessionParts;
  readonly #handlers: Handlers;
  readonly #silence: Silence;
  #end!: (end: SessionEnd) => void;
  #phase: Phase = "challenge";
  #cause: SessionEnd | undefined;
  #transport: Transport | undefined;
  #transcript: Transcript | undefined;
  #challenge: Challenge = {};
  #sender: Sender | undefined;
  #helloTimer: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #heardAt: number;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#silence = parts.silence ?? SILENCE;
    this.#heardAt = parts.clock.monotonic();
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    const ours = (epoch: number | null | undefined) => epoch === parts.spool.epoch;
    this.#handlers = {
      challenge: () => this.#ignore("challenge"),
      welcome: () => this.#ignore("welcome"),
      enrolled: () => this.#ignore("enrolled"),
      refusal: (answer) => this.#refused(answer),
      ack: async ({ lane, epoch, seq }) => {
        if (ours(epoch)) await this.#sender?.acked(lane ?? Lane.LANE_UNSPECIFIED, seq ?? 0);
      },
      resendFrom: async ({ lane, epoch, seq }) => {
        if (ours(epoch)) await this.#sender?.resendFrom(lane ?? Lane.LANE_UNSPECIFIED, seq ?? 0);
      },
      settings: (settings) => parts.onSettings(settings),
      inventoryRequest: ({ full }) => parts.onInventoryRequest?.(full === true),
      logsRequest: (ask) => parts.logs?.request(ask),
      logsWanted: (ask) => parts.logs?.wanted(ask),
      goAway: ({ reason, retryAfterMs }) => {
        if (reason === "replaced") this.#cause ??= { kind: "replaced" };
        else this.#cause ??= { kind: "go-away", reason: clean(reason ?? ""), retryAfterMs: retryAfterMs ?? 0 };
      },
    };
  }

  /** Sends one more message of the agent; only after the Welcome. Answers whether it could. */
  say(envelope: Envelope): boolean {
    if (this.#phase !== "open") return false;
    this.#transport?.send(encode(envelope));
    return true;
  }

  /** Ends the connection because the agent wants to. */
  leave(reason: string): void {
    this.#close(1000, { kind: "lost", problem: reason });
  }

  opened(transport: Transport): void {
    this.#transport = transport;
    this.#heardAt = this.#parts.clock.monotonic();
    const late = () => this.#close(CloseCode.HELLO_TIMEOUT, { kind: "lost", problem: "the server did not finish the hello in time" });
    this.#helloTimer = setTimeout(late, HELLO_TIMEOUT_MS);
    this.#lookLater(this.#silence.pingAfterMs);
  }

  alive(): void {
    this.#heardAt = this.#parts.clock.monotonic();
    this.#watch?.refresh();
  }

  /** The next look comes when something can be due at the earliest, counted from what was heard last: a talking server costs none. */
  #lookLater(delayMs: number): void {
    this.#watch = setTimeout(() => this.#lookForLife(), Math.ceil(delayMs));
  }

  #lookForLife(): void {
    const { pingAfterMs, deadAfterMs } = this.#silence;
    const silentMs = this.#parts.clock.monotonic() - this.#heardAt;
    if (silentMs >= deadAfterMs) {
      this.#cause ??= { kind: "lost", problem: "the server was silent for too long" };
      this.#transport?.terminate();
    } else if (silentMs >= pingAfterMs) {
      this.#transport?.ping();
      this.#lookLater(deadAfterMs - silentMs);
    } else this.#lookLater(pingAfterMs - silentMs);
  }

  frame(bytes: Uint8Array): void {
    // One frame after the other: an Ack must not overtake the Welcome that is still being taken over.
    this.#work = this.#work.then(() => this.#take(bytes)).catch((error) => this.#failed(error));
  }

  #failed(error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && error.name === "WireError" ? CloseCode.BAD_FRAME : CloseCode.TRY_LATER;
    this.#parts.log.warn("a connection failed", { error });
    this.#close(code, { kind: "lost", problem });
  }

  async #take(bytes: Uint8Array): Promise<void> {
    if (this.#phase === "ended") return;
    if (this.#phase !== "open" && bytes.length > MAX_UNAUTHENTICATED_FRAME_BYTES) {
      this.#close(CloseCode.BAD_FRAME, { kind: "lost", problem: "the server sent too large a frame before its welcome" });
      return;
    }
    const envelope = decode(bytes);
    if (this.#phase === "open") await this.#takeOpen(envelope);
    else if (envelope.body === "refusal") this.#refused(envelope.refusal);
    else if (this.#phase === "challenge" && envelope.body === "challenge") this.#hello(envelope.challenge, bytes);
    else if (this.#phase === "welcome" && envelope.body === "welcome") await this.#welcome(envelope.welcome);
    else this.#ignore(envelope.body ?? "nothing");
  }

  async #takeOpen(envelope: Envelope): Promise<void> {
    if (!(await dispatch(this.#handlers, envelope))) this.#ignore(envelope.body ?? "nothing");
  }

  #ignore(what: string): void {
    this.#parts.log.debug("a message out of place was ignored", { message: what, phase: this.#phase });
  }

  #hello(challenge: Challenge, frame: Uint8Array): void {
    const { serverKey, key, spool } = this.#parts;
    if (!namesKey(challenge, serverKey)) {
      const problem = "another server answers there than the one this machine was enrolled with";
      this.#close(CloseCode.BAD_PROOF, { kind: "wrong-server", problem });
      return;
    }
    this.#challenge = challenge;
    const statement = HelloStatement.encode({
      organizationId: this.#parts.organizationId,
      agentId: this.#parts.agentId,
      publicKey: rawPublicKey(key),
      agentNonce: this.#parts.randomBytes(32),
      epoch: spool.epoch,
      bootId: this.#parts.bootId,
      protocolVersion: PROTOCOL_VERSION,
      agentVersion: this.#parts.agentVersion,
      capabilities: this.#parts.logs === undefined ? [] : [LOGS_CAPABILITY],
      tlsSpkiSeen: this.#transport?.tlsKeyHash ?? new Uint8Array(),
      knownGeneration: this.#parts.knownGeneration,
      lanes: spool.lanes.map((lane) => lane.position()),
    });
    const transcript: Transcript = { domain: "vigia/hello/v1", challengeFrame: Buffer.from(frame), agentStatement: statement };
    this.#transcript = transcript;
    this.#phase = "welcome";
    const signature = signAsAgent(key, transcript.domain, transcript.challengeFrame, statement);
    this.#transport?.send(encode({ body: "hello", hello: { statement, signature } }));
  }

  async #welcome(answer: Bodies["welcome"]): Promise<void> {
    if (this.#transcript === undefined || !proves(this.#parts.serverKey, this.#transcript, answer)) {
      const problem = "the server could not prove that it is the one this machine was enrolled with";
      this.#close(CloseCode.BAD_PROOF, { kind: "wrong-server", problem });
      return;
    }
    const welcomed = readWelcome(answer);
    clearTimeout(this.#helloTimer);
    const generation = this.#challenge.serverGeneration ?? 0;
    const tlsKeyHash = this.#transport?.tlsKeyHash ?? new Uint8Array();
    await this.#parts.onWelcome({ ...welcomed, generation, tlsKeyHash });
    const lanes = await this.#align(welcomed, generation);
    // Closed while the disk worked: nothing may be sent any more.
    if (this.#over()) return;
    this.#phase = "open";
    this.#parts.onSettings(welcomed.statement.settings ?? {});
    this.#sender = new Sender({
      ...this.#parts,
      epoch: this.#parts.spool.epoch,
      lanes,
      transport: this.#transport as Transport,
      onStuck: (problem) => this.#close(CloseCode.TRY_LATER, { kind: "lost", problem }),
    });
    this.#sender.start();
  }

  #over(): boolean {
    return this.#phase === "ended";
  }

  /** Takes over the server's cursors; answers the lanes that may be sent. */
  async #align({ statement, active }: Welcomed, generation: number) {
    const { spool, knownGeneration, log } = this.#parts;
    let restored = knownGeneration > 0 && generation > knownGeneration;
    const lanes = [];
    for (const reader of spool.lanes) {
      const lastSeq = statement.cursors?.find((cursor) => cursor.lane === reader.lane)?.lastSeq ?? 0;
      if (await reader.align(lastSeq)) restored = true;
      if (active || reader.lane === Lane.LANE_STATE) lanes.push({ reader, lastSeq });
    }
    if (restored) {
      log.warn("the server's data is older than what it had acknowledged; sending again", { generation, knownGeneration });
      spool.resendStates();
      const event: AgentEvent = { kind: AgentEventKind.AGENT_EVENT_KIND_SERVER_RESTORED, detail: "The server came back with older data." };
      // Not awaited: a full disk must not keep the agent away from its server.
      spool.event(event, this.#parts.clock.now()).catch((error) => log.error("an event could not be kept", { error }));
    }
    return lanes;
  }

  #refused(answer: Bodies["refusal"]): void {
    const proven = this.#transcript !== undefined && proves(this.#parts.serverKey, this.#transcript, answer);
    if (proven) this.#close(1000, { kind: "refused", ...readRefusal(answer) });
    else this.#close(1000, { kind: "lost", problem: "the server declined without proving itself" });
  }

  #close(code: number, cause: SessionEnd): void {
    if (this.#phase === "ended") return;
    this.#cause = cause.kind === "lost" ? (this.#cause ?? cause) : cause;
    this.#letGo();
    // Before it opened there is nothing to close: whoever connects gives up on it.
    this.#transport?.close(code, cause.kind);
    if (this.#transport === undefined) this.#end(this.#cause);
  }

  #letGo(): void {
    this.#phase = "ended";
    clearTimeout(this.#helloTimer);
    this.#sender?.stop();
  }

  closed(code: number, reason: string, problem?: string): void {
    this.#letGo();
    clearTimeout(this.#watch);
    const replaced: SessionEnd | undefined = code === CloseCode.REPLACED ? { kind: "replaced" } : undefined;
    const text = problem ?? (clean(reason) || `the connection was closed (${code})`);
    this.#end(this.#cause ?? replaced ?? { kind: "lost", problem: text, code });
  }
}
