// A server for tests, as the wire's rules have it: it proves itself, keeps what it is sent, and can be told to misbehave.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createServer as createTlsServer, type Server as TlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import {
  AgentState,
  CloseCode,
  decode,
  EnrolledStatement,
  EnrollStatement,
  type Envelope,
  encode,
  HelloStatement,
  Lane,
  MAX_FRAME_BYTES,
  type RefusalCode,
  RefusalStatement,
  Roster,
  WelcomeStatement,
} from "@vigia/protocol";
import { formatEnrollmentToken } from "@vigia/protocol/enrollment-token";
import { keyId, makeKey, rawPublicKey, signAsServer, signRoster, verifyAgent } from "@vigia/protocol/handshake";
import { type WebSocket, WebSocketServer } from "ws";
import { ModelServer } from "../../spool/testing/model-server.ts";

/** One agent's connection, as the server sees it. */
export interface Peer {
  readonly socket: WebSocket;
  readonly challengeFrame: Uint8Array;
  hello: HelloStatement | undefined;
  helloBytes: Uint8Array;
  helloSignature: Uint8Array;
  send(envelope: Envelope): void;
}

export class FakeServer {
  readonly identity = makeKey();
  readonly recovery = makeKey();
  readonly signer = makeKey();
  readonly organizationId = randomBytes(16);
  readonly agentId = randomBytes(16);
  readonly resourceId = randomBytes(16);
  readonly lanes = { [Lane.LANE_EVENT]: new ModelServer(), [Lane.LANE_STATE]: new ModelServer(), [Lane.LANE_METRIC]: new ModelServer() };
  readonly peers: Peer[] = [];
  readonly enrolments: EnrollStatement[] = [];
  readonly hellos: HelloStatement[] = [];
  readonly batchLanes: Lane[] = [];
  readonly problems: string[] = [];
  /** Codes of the connections that ended, in order. */
  readonly closes: number[] = [];
  /** Of each TLS connection, whether it took up an earlier session. */
  readonly resumed: boolean[] = [];
  unenrolled = 0;
  generation = 1;
  state: AgentState = AgentState.AGENT_STATE_ACTIVE;
  acks = true;
  timeMs: () => number = () => Date.now();
  /** What to do with a valid hello instead of welcoming it. */
  onHello: ((peer: Peer) => void) | undefined;
  /** What to say first instead of a challenge. */
  onOpen: ((peer: Peer) => void) | undefined;
  onEnroll: ((peer: Peer, statement: EnrollStatement) => void) | undefined;
  #agentKey: Uint8Array = new Uint8Array();
  readonly #tls: boolean;
  readonly #http: ReturnType<typeof createServer> | TlsServer;
  readonly #ws: WebSocketServer;

  constructor(tls?: { readonly key: string; readonly cert: string }) {
    this.#tls = tls !== undefined;
    this.#http = tls === undefined ? createServer() : createTlsServer(tls);
    this.#http.on("secureConnection", (socket: TLSSocket) => this.resumed.push(socket.isSessionReused()));
    this.#ws = new WebSocketServer({ server: this.#http, path: "/agent/v1", maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  }

  /** Shows another certificate from now on, and knows no session of the one before: as after a restart. */
  useCertificate(tls: { readonly key: string; readonly cert: string }): void {
    if (!("setSecureContext" in this.#http)) return;
    this.#http.setSecureContext(tls);
    this.#http.setTicketKeys(randomBytes(48));
  }

  async listen(port = 0): Promise<string> {
    this.#ws.on("connection", (socket) => this.#connection(socket));
    await new Promise<void>((resolve) => this.#http.listen(port, "127.0.0.1", resolve));
    return this.url;
  }

  get url(): string {
    return `${this.#tls ? "https" : "http"}://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const client of this.#ws.clients) client.terminate();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
  }

  dropAll(): void {
    for (const client of this.#ws.clients) client.terminate();
  }

  get token(): string {
    const serverHint = keyId(rawPublicKey(this.identity)).subarray(0, 16);
    return formatEnrollmentToken({ organizationId: this.organizationId, secret: randomBytes(20), serverHint });
  }

  /** Lets in whoever has this raw key. */
  know(agentKey: Uint8Array): void {
    this.#agentKey = agentKey;
  }

  challenge(): Envelope {
    return {
      body: "challenge",
      challenge: {
        serverNonce: randomBytes(32),
        serverTimeMs: this.timeMs(),
        identityKeyId: keyId(rawPublicKey(this.identity)),
        serverGeneration: this.generation,
        protocolVersion: 1,
      },
    };
  }

  #connection(socket: WebSocket): void {
    const challengeFrame = encode(this.challenge());
    const none = new Uint8Array();
    const send = (envelope: Envelope) => socket.send(encode(envelope));
    const peer: Peer = { socket, challengeFrame, hello: undefined, helloBytes: none, helloSignature: none, send };
    this.peers.push(peer);
    socket.on("close", (code) => this.closes.push(code));
    socket.on("message", (data) => {
      try {
        this.#take(peer, decode(data as Buffer));
      } catch (error) {
        this.problems.push(String(error));
        socket.close(CloseCode.BAD_FRAME);
      }
    });
    if (this.onOpen === undefined) socket.send(challengeFrame);
    else this.onOpen(peer);
  }

  #take(peer: Peer, envelope: Envelope): void {
    if (envelope.body === "hello")
      this.#hello(peer, envelope.hello.statement ?? new Uint8Array(), envelope.hello.signature ?? new Uint8Array());
    else if (envelope.body === "enroll") this.#enroll(peer, envelope.enroll.statement ?? new Uint8Array());
    else if (envelope.body === "batch") {
      const { lane, records, epoch } = envelope.batch;
      const key = lane as keyof FakeServer["lanes"];
      this.batchLanes.push(key);
      this.lanes[key].take(records ?? []);
      if (this.acks) peer.send({ body: "ack", ack: { lane: key, epoch: epoch ?? 0, seq: this.lanes[key].cursor } });
    } else if (envelope.body === "unenroll") {
      this.unenrolled++;
      peer.socket.close(1000, "goodbye");
    }
  }

  #hello(peer: Peer, statement: Uint8Array, signature: Uint8Array): void {
    peer.hello = HelloStatement.decode(statement);
    peer.helloBytes = Buffer.from(statement);
    peer.helloSignature = Buffer.from(signature);
    this.hellos.push(peer.hello);
    const fits = Buffer.from(peer.hello.publicKey ?? []).equals(this.#agentKey);
    if (!fits || !verifyAgent(this.#agentKey, "vigia/hello/v1", peer.challengeFrame, statement, signature)) {
      this.problems.push("bad proof");
      peer.socket.close(CloseCode.BAD_PROOF);
    } else if (this.onHello === undefined) peer.send(this.welcome(peer));
    else this.onHello(peer);
  }

  welcome(peer: Peer, key = this.identity): Envelope {
    const statement = WelcomeStatement.encode({
      sessionId: randomBytes(16),
      serverTimeMs: this.timeMs(),
      cursors: Object.entries(this.lanes).map(([lane, model]) => ({ lane: Number(lane) as Lane, lastSeq: model.cursor })),
      settings: { metricsIntervalSeconds: 5 },
      state: this.state,
    });
    return {
      body: "welcome",
      welcome: { statement, signature: signAsServer(key, "vigia/hello/v1", peer.challengeFrame, peer.helloBytes, statement) },
    };
  }

  refusal(peer: Peer, code: RefusalCode, message: string, key = this.identity): Envelope {
    const statement = RefusalStatement.encode({ code, message, retryAfterMs: 0 });
    return {
      body: "refusal",
      refusal: { statement, signature: signAsServer(key, "vigia/hello/v1", peer.challengeFrame, peer.helloBytes, statement) },
    };
  }

  #enroll(peer: Peer, statement: Uint8Array): void {
    const said = EnrollStatement.decode(statement);
    this.enrolments.push(said);
    peer.helloBytes = Buffer.from(statement);
    if (this.onEnroll !== undefined) {
      this.onEnroll(peer, said);
      return;
    }
    this.know(Buffer.from(said.publicKey ?? []));
    peer.send(this.enrolled(peer));
    peer.socket.close(CloseCode.ENROLLED);
  }

  /** An acceptance; `signer` signs the roster, `key` the answer. */
  enrolled(peer: Peer, { key = this.identity, signer = this.signer, identityKey = rawPublicKey(this.identity) } = {}): Envelope {
    const roster = Roster.encode({
      version: 1,
      issuedAtMs: this.timeMs(),
      identityKeys: [rawPublicKey(this.identity)],
      signerKeys: [rawPublicKey(this.signer)],
      recoveryKey: rawPublicKey(this.recovery),
    });
    const statement = EnrolledStatement.encode({
      organizationId: this.organizationId,
      agentId: this.agentId,
      resourceId: this.resourceId,
      state: this.state,
      identityKey,
      recoveryKey: rawPublicKey(this.recovery),
      signerKey: rawPublicKey(this.signer),
      roster: { roster, signature: signRoster(signer, roster) },
      organizationName: "Example MSP",
    });
    return {
      body: "enrolled",
      enrolled: { statement, signature: signAsServer(key, "vigia/enroll/v1", peer.challengeFrame, peer.helloBytes, statement) },
    };
  }
}
