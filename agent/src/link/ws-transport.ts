// The real connection: a WebSocket to <server>/agent/v1.
import { createHash } from "node:crypto";
import { rootCertificates, TLSSocket } from "node:tls";
import { MAX_FRAME_BYTES } from "@vigia/protocol";
import WebSocket from "ws";
import type { Connect, Transport, TransportHandlers } from "./transport.ts";

const HANDSHAKE_TIMEOUT_MS = 10_000;
const ABNORMAL = 1006;

/** A TLS session that can be taken up again. */
interface KnownSession {
  readonly server: string;
  readonly session: Buffer;
  /** Of the key that was shown when it began. */
  readonly tlsKeyHash: Uint8Array;
}

/** The socket's address for a server's address. Throws TypeError naming what is wrong. */
export function socketUrl(server: string): string {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new TypeError(`"${server}" is not a server's address like https://vigia.example`);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/agent/v1`;
  url.search = "";
  url.hash = "";
  return url.href;
}

/**
 * Connects over WebSocket. `ca` holds certificates (PEM) to trust besides the usual ones; `from` is the own address to connect from.
 * The TLS session of the last connection is offered to the same server, which saves both sides the certificate when a fleet comes back
 * at once; keys are exchanged anew all the same, and a server that knows nothing of it any more makes a full handshake.
 */
export function connectWebSocket(ca?: string, from?: string): Connect {
  let last: KnownSession | undefined;
  return (server, handlers) => {
    const known = last?.server === server ? last : undefined;
    // Offered once: should it be what keeps the connection from coming about, the next try goes without.
    last = undefined;
    const socket = new WebSocket(socketUrl(server), {
      perMessageDeflate: false,
      maxPayload: MAX_FRAME_BYTES,
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
      followRedirects: false,
      ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
      ...(from === undefined ? {} : { localAddress: from }),
      ...(known === undefined ? {} : { session: known.session }),
    });
    let tlsKeyHash: Uint8Array = new Uint8Array();
    socket.on("upgrade", ({ socket: stream }) => {
      if (!(stream instanceof TLSSocket)) return;
      // No certificate is shown then: the session is only known to who showed this key in the first place.
      tlsKeyHash = known !== undefined && stream.isSessionReused() ? known.tlsKeyHash : keyHash(stream);
      // The server's tickets came before its answer to the upgrade.
      const session = stream.getSession();
      if (session !== undefined) last = { server, session, tlsKeyHash };
    });
    follow(socket, server, handlers, () => tlsKeyHash);
    return () => socket.terminate();
  };
}

function follow(socket: WebSocket, server: string, handlers: TransportHandlers, tlsKeyHash: () => Uint8Array): void {
  let problem: string | undefined;
  socket.on("open", () => handlers.opened(transportOf(socket, tlsKeyHash)));
  socket.on("message", (data) => {
    handlers.alive();
    // Text frames are no part of the wire; their bytes fail to decode like any other nonsense.
    handlers.frame(Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]));
  });
  socket.on("ping", () => handlers.alive());
  socket.on("pong", () => handlers.alive());
  socket.on("error", (error) => {
    problem = explain(error, server);
  });
  socket.on("close", (code, reason) => handlers.closed(code === 0 ? ABNORMAL : code, reason.toString(), problem));
}

function transportOf(socket: WebSocket, tlsKeyHash: () => Uint8Array): Transport {
  return {
    send(bytes, sent) {
      // A failed send is followed by "close", which is where it is dealt with.
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes, { binary: true }, () => sent?.());
    },
    ping() {
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    },
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    get tlsKeyHash() {
      return tlsKeyHash();
    },
  };
}

function keyHash(socket: TLSSocket): Uint8Array {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return new Uint8Array();
  return createHash("sha256")
    .update(certificate.publicKey.export({ type: "spki", format: "der" }))
    .digest();
}

const CERTIFICATE = /CERT|ALTNAME|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY/;

/** A connection's failure in one sentence for people. */
function explain(error: Error, server: string): string {
  const code = "code" in error ? String(error.code) : "";
  if (CERTIFICATE.test(code)) {
    return `the certificate of ${server} is not trusted (${error.message}); correct it, or name its authority with --ca FILE`;
  }
  if (code === "ECONNREFUSED") return `nothing answers at ${server}`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `the name of ${server} cannot be resolved`;
  if (code === "ECONNRESET" || code === "EPROTO") return `${server} broke the connection off (${code})`;
  if (/handshake has timed out/.test(error.message)) return `${server} did not answer in time`;
  const status = /Unexpected server response: (\d+)/.exec(error.message)?.[1];
  if (status === "429" || status === "503") return `${server} has no room at this moment (${status})`;
  if (status !== undefined) return `${server} answered ${status}: is this the address of a Vigia server?`;
  return `${server} cannot be reached: ${error.message}`;
}
