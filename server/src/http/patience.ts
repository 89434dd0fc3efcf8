// How long and how much one connection may make this server wait or keep: slow heads, answers nobody reads, requests sent without waiting.
import http, { type RequestListener, type Server, type ServerResponse } from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { BODY_PATIENCE, type BodyPatience, watchBody } from "./body-patience.ts";

/** Requests of one connection that may be under way. Browsers and proxies have one; every further one is an answer kept in memory. */
const MOST_UNDER_WAY = 4;
/** A connection on which nothing moved for this long while an answer is under way is cut, milliseconds. WebSockets have their own rules. */
const IDLE_MS = 60_000;

/** Sizes in bytes, times in milliseconds. */
const PATIENCE = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  /** Bodies are watched one by one (body-patience.ts): what is enough for a form is not for a file. */
  requestTimeout: 0,
  /** How often the head is looked at. */
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 72_000,
} as const;
/** How long the opening of TLS may take, milliseconds. */
const HANDSHAKE_MS = 10_000;
/** Headers beyond are not looked at; a request with more parameters in its address is refused. */
const MOST_HEADERS = 100;
const MOST_PARAMETERS = 100;

/** A server, with TLS when a certificate chain and key (PEM) are given, that does not let itself be kept waiting. */
export function patientServer(
  handler: RequestListener,
  tls?: { readonly cert: string | Buffer; readonly key: string | Buffer },
  body: BodyPatience = BODY_PATIENCE,
): Server {
  const listener = inTurn((request, response) => {
    watchBody(request, response, body, () => refuseLate(server, request.socket, response));
    handler(request, response);
  });
  const server: Server =
    tls === undefined
      ? http.createServer(PATIENCE, listener)
      : https.createServer({ ...PATIENCE, ...tls, minVersion: "TLSv1.2", handshakeTimeout: HANDSHAKE_MS }, listener);
  server.maxHeadersCount = MOST_HEADERS;
  return server.setTimeout(IDLE_MS);
}

/** As Node itself does for a head that is late: whoever listens answers (unreadable.ts), and the connection is cut. */
function refuseLate(server: Server, socket: Socket, response: ServerResponse): void {
  const error = Object.assign(new Error("the request did not come in time"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
  if (response.headersSent || !server.emit("clientError", error, socket)) socket.destroy();
}

/** Cuts connections that ask on without waiting for answers; what they still have in the pipe is not looked at. */
function inTurn(handler: RequestListener): RequestListener {
  const underWay = new WeakMap<Socket, number>();
  return (request, response) => {
    const { socket } = request;
    const count = (underWay.get(socket) ?? 0) + 1;
    underWay.set(socket, count);
    response.once("close", () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1));
    if (count > MOST_UNDER_WAY) socket.destroy();
    if (socket.destroyed) return;
    if (hasTooManyParameters(request.url ?? "")) refuse(response);
    else handler(request, response);
  };
}

function hasTooManyParameters(url: string): boolean {
  let count = 0;
  for (let at = url.indexOf("&"); at >= 0; at = url.indexOf("&", at + 1)) if (++count >= MOST_PARAMETERS) return true;
  return false;
}

/** Refused before anything is taken apart, in the words of every other error (plugins/errors.ts). */
function refuse(response: ServerResponse): void {
  const body = { code: "INVALID_INPUT", message: `an address has at most ${MOST_PARAMETERS} parameters` };
  const headers = { "content-type": "application/json; charset=utf-8", "x-content-type-options": "nosniff", connection: "close" };
  response.writeHead(414, headers).end(JSON.stringify(body));
}
