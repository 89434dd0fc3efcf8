// One agent's socket as a load process plays it: the hello as the protocol says, then silence and pongs.
import { createPrivateKey, randomBytes } from "node:crypto";
import { TLSSocket } from "node:tls";
import { decode, encode, HelloStatement, PROTOCOL_VERSION } from "@vigia/protocol";
import { rawPublicKey, signAsAgent } from "@vigia/protocol/handshake";
import { type ClientOptions, WebSocket } from "ws";
import { EPOCH } from "../ingest-report.ts";
import type { Seat } from "./seats.ts";

const BOOT = randomBytes(16);
const bytes = (base64: string) => Buffer.from(base64, "base64");

/**
 * Connects and resolves with the socket once the server let it in: with the Welcome, or without a seat as soon as it is open.
 * Rejects when it was refused, closed or not reached. `onSession` is told the TLS session to offer the next time.
 */
export function enter(
  url: string,
  seat: Seat | undefined,
  options: ClientOptions & { session?: Buffer },
  onSession: (session: Buffer) => void = () => undefined,
): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    // A mask of zeros is as good as any between two processes of one machine, and costs the load nothing.
    const socket = new WebSocket(url, { perMessageDeflate: false, generateMask: (mask) => void mask.fill(0), ...options });
    socket.on("upgrade", ({ socket: stream }) => {
      const session = stream instanceof TLSSocket ? stream.getSession() : undefined;
      if (session !== undefined) onSession(session);
    });
    socket.on("error", reject);
    socket.on("close", (code, reason) => reject(new Error(`closed: ${code} ${reason.toString()}`)));
    if (seat === undefined) {
      socket.once("open", () => resolve(socket));
      return;
    }
    socket.on("message", (data: Buffer) => {
      const { body } = decode(data);
      if (body === "challenge") socket.send(helloOf(seat, data));
      else if (body === "welcome") resolve(socket);
      else if (body === "refusal") reject(new Error("refused"));
    });
  });
}

function helloOf(seat: Seat, challenge: Buffer): Uint8Array {
  const key = createPrivateKey({ key: bytes(seat.key), format: "der", type: "pkcs8" });
  const statement = HelloStatement.encode({
    organizationId: bytes(seat.organizationId),
    agentId: bytes(seat.agentId),
    publicKey: rawPublicKey(key),
    agentNonce: randomBytes(32),
    epoch: EPOCH,
    bootId: BOOT,
    protocolVersion: PROTOCOL_VERSION,
    agentVersion: "0.1.0",
    capabilities: [],
    lanes: [],
  } as HelloStatement);
  return encode({ hello: { statement, signature: signAsAgent(key, "vigia/hello/v1", challenge, statement) } });
}
