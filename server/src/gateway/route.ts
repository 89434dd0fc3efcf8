// GET /agent/v1: where agents connect. No cookie or header is looked at; an agent proves itself on the socket.
// The sockets are taken before the web framework sees them: a router, hooks and a request object for each of thousands of agents would
// cost more than their hellos, and stay in memory for as long as they are connected.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { CloseCode } from "@vigia/protocol";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";
import { clientAddresses } from "../http/client-address.ts";
import type { Admission } from "./admission.ts";
import { Connection } from "./connection.ts";
import { type Hub, tally } from "./hub.ts";
import { WEBSOCKET_OPTIONS } from "./limits.ts";
import { Link } from "./link.ts";

const PATH = "/agent/v1";
/** Sockets that do not answer a closing handshake in this time are cut, milliseconds. */
const CUT_AFTER_MS = 2_000;

/** Said before there is a WebSocket: making one and closing it with a word costs more than asking for it. */
const NO_ROOM = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/** Adds the route. Whoever else takes upgrades (@fastify/websocket) must be there already and keeps all other paths. */
export function registerAgentRoute(app: App, hub: Hub, trustedProxies: readonly string[], proven: Admission["proven"]): void {
  const addressOf = clientAddresses(trustedProxies);
  const sockets = new WebSocketServer({ noServer: true, ...WEBSOCKET_OPTIONS });
  const others = app.server.listeners("upgrade");
  app.server.removeAllListeners("upgrade");
  app.server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (request.url?.split("?", 1)[0] !== PATH) {
      for (const other of others) Reflect.apply(other, app.server, [request, stream, head]);
      return;
    }
    const address = addressOf(request);
    if (!hub.addresses.hasRoom(address)) {
      tally(hub.counters.turnedAway, CloseCode.TRY_LATER);
      turnAway(stream);
      return;
    }
    // The answer to the upgrade and the challenge leave together: one TLS record and one system call less for each connection.
    stream.cork();
    sockets.handleUpgrade(request, stream, head, (socket) => accept(hub, socket, stream, address, () => proven(stream as Socket)));
    stream.uncork();
  });
  app.get(PATH, { config: { permission: "public" }, schema: { hide: true } }, () => {
    throw new AppError("NOT_FOUND", "agents connect here by WebSocket");
  });
  // After the sessions were told: this reaches those that have none yet.
  app.addHook("preClose", async () => {
    for (const socket of sockets.clients) socket.close(CloseCode.SERVICE_RESTART, "the server stops");
    const cut = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, CUT_AFTER_MS);
    cut.unref();
  });
}

/** Node takes its own error listener off before it hands an upgrade over: without one here a reset by the peer would end the process.
 * The end is not left to the peer either, who could keep its half of the connection open for ever. */
function turnAway(stream: Duplex): void {
  stream.on("error", () => stream.destroy());
  stream.end(NO_ROOM, () => stream.destroy());
}

function accept(hub: Hub, socket: WebSocket, stream: Duplex, address: string, proven: () => void): void {
  // ws answers a broken frame with the fitting close code by itself.
  socket.on("error", (error) => hub.needs.log.debug({ err: error }, "an agent's socket failed"));
  const link = new Link(socket);
  const leave = hub.addresses.enter(address);
  if (leave === undefined) {
    tally(hub.counters.turnedAway, CloseCode.TRY_LATER);
    link.close(CloseCode.TRY_LATER, "too many strangers from here");
    return;
  }
  const connection = new Connection(hub, link, address, () => {
    leave();
    proven();
  });
  socket.on("message", (data: RawData, isBinary: boolean) => connection.message(data as Buffer, isBinary));
  socket.on("ping", () => connection.control());
  socket.on("pong", () => connection.control());
  socket.on("close", () => connection.closed());
  countStrangerBytes(connection, stream);
}

/** A stranger's bytes are counted as they come: the WebSocket's own limit is the session's, 128 times as large. */
function countStrangerBytes(connection: Connection, stream: Duplex): void {
  const count = (chunk: Buffer): void => {
    if (!connection.received(chunk.length)) stream.off("data", count);
  };
  stream.on("data", count);
}
