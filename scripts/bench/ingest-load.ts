// The load: agents that prove themselves as the protocol says, then send one report after another, at most so many unanswered.
import { createPrivateKey, randomBytes } from "node:crypto";
import { once } from "node:events";
import { decode, encode, HelloStatement, PROTOCOL_VERSION } from "@vigia/protocol";
import { rawPublicKey, signAsAgent } from "@vigia/protocol/handshake";
import { WebSocket } from "ws";
import { EPOCH, makeFrame } from "./ingest-report.ts";
import { type LoadOrder, type Seat, type ToLoad, tell } from "./ingest-words.ts";

/** Agents that connect at the same time. */
const CONNECT_AT_ONCE = 50;
/** Frames between two looks at what came in. */
const TURN = 200;
const bytes = (base64: string) => Buffer.from(base64, "base64");

class LoadAgent {
  readonly socket: WebSocket;
  sent = 0;
  acknowledged = 0;
  /** What comes from the server until it let the agent in, from the first byte. */
  readonly #words: Buffer[] = [];
  #heard = (): void => undefined;

  constructor(url: string) {
    // A mask of zeros is as good as any between two processes of one machine, and costs the load nothing.
    this.socket = new WebSocket(url, { perMessageDeflate: false, generateMask: (mask) => void mask.fill(0) });
    this.socket.on("message", (data: Buffer) => this.#message(data));
    this.socket.on("close", (code, reason) => tell({ failed: `a socket was closed: ${code} ${String(reason)}` }));
  }

  #message(data: Buffer): void {
    const { ack, body } = decode(data);
    if (ack != null) this.acknowledged = Math.max(this.acknowledged, ack.seq ?? 0);
    else if (body === "challenge" || body === "welcome") {
      this.#words.push(data);
      this.#heard();
    } else tell({ failed: `the server answered ${body}` });
  }

  async #next(): Promise<Buffer> {
    for (;;) {
      const words = this.#words.shift();
      if (words !== undefined) return words;
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  /** Resolves when the server has let this agent in; the bare server lets everybody in. */
  async enter(seat: Seat): Promise<void> {
    await once(this.socket, "open");
    if (seat.key === "") return;
    const challenge = await this.#next();
    const key = createPrivateKey({ key: bytes(seat.key), format: "der", type: "pkcs8" });
    const statement = HelloStatement.encode({
      organizationId: bytes(seat.organizationId),
      agentId: bytes(seat.agentId),
      publicKey: rawPublicKey(key),
      agentNonce: randomBytes(32),
      epoch: EPOCH,
      bootId: randomBytes(16),
      protocolVersion: PROTOCOL_VERSION,
      agentVersion: "0.1.0",
      capabilities: [],
      lanes: [],
    } as HelloStatement);
    this.socket.send(encode({ hello: { statement, signature: signAsAgent(key, "vigia/hello/v1", challenge, statement) } }));
    await this.#next();
  }

  report(index: number): void {
    this.socket.send(makeFrame(index, ++this.sent, Date.now()));
  }
}

const agents: LoadAgent[] = [];
let order: LoadOrder | undefined;
let going = false;
let stored = 0;
let sent = 0;
let startedAt = 0;
let startedWith = 0;

async function connect({ url, seats }: LoadOrder): Promise<void> {
  let next = 0;
  const some = async () => {
    for (let index = next++; index < seats.length; index = next++) {
      const agent = new LoadAgent(seats[index]?.key === "" ? `${url}/${index}` : url);
      agents[index] = agent;
      await agent.enter(seats[index] ?? { organizationId: "", agentId: "", key: "" });
    }
  };
  await Promise.all(Array.from({ length: CONNECT_AT_ONCE }, some));
  tell("connected");
}

/** Sends what may be sent now, a turn at most, then looks again. */
function send(): void {
  if (!going || order === undefined) return;
  const due = order.rate === 0 ? Number.POSITIVE_INFINITY : startedWith + ((Date.now() - startedAt) / 1000) * order.rate;
  const most = Math.min(TURN, stored + order.window - sent, due - sent);
  for (let count = 0; count < most; count++) {
    const index = sent++ % agents.length;
    agents[index]?.report(index);
  }
  if (most >= TURN) setImmediate(send);
  else setTimeout(send, 1);
}

process.on("message", (words: ToLoad) => {
  if (words === "go") {
    going = true;
    startedAt = Date.now();
    startedWith = sent;
    send();
  } else if (words === "pause") {
    going = false;
    tell({ sent, acknowledged: agents.reduce((sum, agent) => sum + agent.acknowledged, 0) });
  } else if (words === "stop") process.exit(0);
  else if ("stored" in words) stored = words.stored;
  else {
    order = words.order;
    connect(order).catch((error: unknown) => tell({ failed: String(error) }));
  }
});
process.on("disconnect", () => process.exit(0));
