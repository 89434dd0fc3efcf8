// An agent for tests, built from the protocol alone: enrols, says hello, sends what it is told to, right or wrong.

import type { KeyObject } from "node:crypto";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Socket } from "node:net";
import {
  decode,
  EnrolledStatement,
  EnrollStatement,
  type Envelope,
  encode,
  HelloStatement,
  type HostFacts,
  Platform,
  PROTOCOL_VERSION,
  RefusalStatement,
  WelcomeStatement,
} from "@vigia/protocol";
import { type HandshakeDomain, makeKey, rawPublicKey, signAsAgent, verifyServer } from "@vigia/protocol/handshake";
import { WebSocket } from "ws";
import { idFromBytes } from "../src/ids.ts";

interface SocketOptions {
  /** Answer pings; true when left out. */
  readonly autoPong?: boolean;
  /** The address to come from. */
  readonly localAddress?: string;
}

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** One socket to /agent/v1 that keeps everything it received. */
export class AgentSocket {
  readonly socket: WebSocket;
  readonly received: Envelope[] = [];
  readonly closed: Promise<Closed>;
  challengeFrame: Uint8Array = new Uint8Array();
  pings = 0;
  #wake: (() => void)[] = [];

  /** What WebSocket frames are written to, for bytes that no WebSocket would send; undefined until the upgrade. */
  raw: Socket | undefined;

  constructor(url: string, options: SocketOptions = {}) {
    this.socket = new WebSocket(url, { autoPong: true, perMessageDeflate: false, ...options });
    this.socket.on("upgrade", ({ socket }) => {
      this.raw = socket;
    });
    this.socket.on("error", () => undefined);
    this.socket.on("ping", () => {
      this.pings++;
      this.#notify();
    });
    this.socket.on("message", (data: Buffer) => {
      const envelope = decode(data);
      if (envelope.challenge) this.challengeFrame = new Uint8Array(data);
      this.received.push(envelope);
      this.#notify();
    });
    this.closed = once(this.socket, "close").then(([code, reason]) => {
      this.#notify();
      return { code: Number(code), reason: String(reason) };
    });
  }

  #notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** The first envelope of this case, now or later. Throws when the socket closes without one. */
  async expect<Case extends keyof Envelope>(name: Case): Promise<NonNullable<Envelope[Case]>> {
    for (;;) {
      const found = this.received.find((envelope) => envelope.body === (name as string));
      if (found) return found[name] as NonNullable<Envelope[Case]>;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`closed without a ${String(name)}`);
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  /** Resolves when a ping came since `count`. */
  async pinged(count: number): Promise<void> {
    while (this.pings <= count) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  send(envelope: Envelope): void {
    this.socket.send(encode(envelope));
  }

  /** Cuts the connection as a killed program does. */
  kill(): void {
    this.socket.terminate();
  }
}

const someFacts = (facts: Partial<HostFacts> = {}): HostFacts =>
  ({ hostname: "pc-1", platform: Platform.PLATFORM_LINUX, osName: "Debian GNU/Linux 12", addresses: [], ...facts }) as HostFacts;

/** A fake agent on one machine. */
export class FakeAgent {
  readonly #url: string;
  readonly key: KeyObject;
  bootId: Uint8Array = randomBytes(16);
  epoch = 1 + randomBytes(4).readUInt32BE();
  protocolVersion = PROTOCOL_VERSION;
  /** What it says of itself when it enrols and in every hello. */
  agentVersion = "0.1.0";
  capabilities: string[] = [];
  hardwareHint: Uint8Array = new Uint8Array();
  organizationId: Uint8Array = new Uint8Array(16);
  agentId: Uint8Array = new Uint8Array(16);
  resourceId = "";
  identityKey: Uint8Array = new Uint8Array();

  /** `url`: the agent socket, ws://…/agent/v1. */
  constructor(url: string, key: KeyObject = makeKey()) {
    this.#url = url;
    this.key = key;
  }

  async open(options: SocketOptions = {}): Promise<AgentSocket> {
    const socket = new AgentSocket(this.#url, options);
    await socket.expect("challenge");
    return socket;
  }

  /** Signs a statement for the socket's own challenge. */
  sign(socket: AgentSocket, domain: HandshakeDomain, statement: Uint8Array): Uint8Array {
    return signAsAgent(this.key, domain, socket.challengeFrame, statement);
  }

  /** Enrols; answers the signed statement, or the refusal's. Throws when the server's signature does not hold under its key. */
  async enroll(token: string, facts: Partial<HostFacts> = {}, options: SocketOptions = {}) {
    const socket = await this.open(options);
    const statement = EnrollStatement.encode({
      token,
      publicKey: rawPublicKey(this.key),
      agentNonce: randomBytes(32),
      host: someFacts(facts),
      agentVersion: this.agentVersion,
      protocolVersion: this.protocolVersion,
      hardwareHint: this.hardwareHint,
    } as EnrollStatement);
    socket.send({ enroll: { statement, signature: this.sign(socket, "vigia/enroll/v1", statement) } });
    const closed = await socket.closed;
    const refusal = socket.received.find((envelope) => envelope.refusal)?.refusal;
    if (refusal) return { closed, refusal: RefusalStatement.decode(refusal.statement ?? new Uint8Array()), enrolled: undefined };
    const answer = await socket.expect("enrolled");
    const enrolled = EnrolledStatement.decode(answer.statement ?? new Uint8Array());
    this.identityKey = enrolled.identityKey ?? new Uint8Array();
    const valid = verifyServer(
      this.identityKey,
      "vigia/enroll/v1",
      socket.challengeFrame,
      statement,
      answer.statement ?? new Uint8Array(),
      answer.signature ?? new Uint8Array(),
    );
    if (!valid) throw new Error("the server's signature does not hold");
    this.organizationId = enrolled.organizationId ?? this.organizationId;
    this.agentId = enrolled.agentId ?? this.agentId;
    this.resourceId = idFromBytes(enrolled.resourceId) ?? "";
    return { closed, enrolled, refusal: undefined };
  }

  helloStatement(changes: Partial<HelloStatement> = {}): Uint8Array {
    return HelloStatement.encode({
      organizationId: this.organizationId,
      agentId: this.agentId,
      publicKey: rawPublicKey(this.key),
      agentNonce: randomBytes(32),
      epoch: this.epoch,
      bootId: this.bootId,
      protocolVersion: this.protocolVersion,
      agentVersion: this.agentVersion,
      capabilities: this.capabilities,
      lanes: [],
      ...changes,
    } as HelloStatement);
  }

  /** Says hello on a new socket. Throws when the answer is no Welcome, or its signature does not hold. */
  async connect(options: SocketOptions = {}): Promise<{ socket: AgentSocket; welcome: WelcomeStatement }> {
    const socket = await this.open(options);
    const statement = this.helloStatement();
    socket.send({ hello: { statement, signature: this.sign(socket, "vigia/hello/v1", statement) } });
    const answer = await socket.expect("welcome");
    const [bytes, signature] = [answer.statement ?? new Uint8Array(), answer.signature ?? new Uint8Array()];
    if (!verifyServer(this.identityKey, "vigia/hello/v1", socket.challengeFrame, statement, bytes, signature))
      throw new Error("the server's signature does not hold");
    return { socket, welcome: WelcomeStatement.decode(bytes) };
  }

  /** Sends this hello on a new socket and answers how the server turned it away. */
  async tryHello(make: (socket: AgentSocket) => { statement: Uint8Array; signature: Uint8Array }) {
    const socket = await this.open();
    socket.send({ hello: make(socket) });
    const closed = await socket.closed;
    const refusal = socket.received.find((envelope) => envelope.refusal)?.refusal;
    return { closed, refusal: refusal ? RefusalStatement.decode(refusal.statement ?? new Uint8Array()) : undefined };
  }

  /** A hello with a true signature and these changes. */
  honestHello(changes: Partial<HelloStatement> = {}) {
    return this.tryHello((socket) => {
      const statement = this.helloStatement(changes);
      return { statement, signature: this.sign(socket, "vigia/hello/v1", statement) };
    });
  }
}
