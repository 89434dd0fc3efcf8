// GET /agent/v1: where agents connect. No cookie or header is looked at; an agent proves itself on the socket.
// The sockets are taken before the web framework sees them: a router, hooks and a request object for each of thousands of agents would
// cost more than their hellos, and stay in memory for as long as they are connected.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { CloseCode } from "@vigia/protocol";
import { WebSocketServer } from "ws";
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";
import { clientAddresses } from "../http/client-address.ts";
import type { Admission } from "./admission.ts";
import { AgentSocket } from "./agent-socket.ts";
import { Connection } from "./connection.ts";
import { type Hub, tally } from "./hub.ts";
import { WEBSOCKET_OPTIONS } from "./limits.ts";
import { Link } from "./link.ts";

const PATH = "/agent/v1";

/** Said before there is a WebSocket: making one and closing it with a word costs more than asking for it. */
const NO_ROOM = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/** Adds the route. Whoever else takes upgrades (@fastify/websocket) must be there already and keeps all other paths. */
export function registerAgentRoute(app: App, hub: Hub, trustedProxies: readonly string[], proven: Admission["proven"]): void {
  const addressOf = clientAddresses(trustedProxies);
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, WebSocket: AgentSocket, ...WEBSOCKET_OPTIONS });
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
    for (const connection of hub.standing) connection.stop();
  });
}

/** Node takes its own error listener off before it hands an upgrade over: without one here a reset by the peer would end the process.
 * The end is not left to the peer either, who could keep its half of the connection open for ever. */
function turnAway(stream: Duplex): void {
  stream.on("error", () => stream.destroy());
  stream.end(NO_ROOM, () => stream.destroy());
}

function accept(hub: Hub, socket: AgentSocket, stream: Duplex, address: string, proven: () => void): void {
  hub.addresses.enter(address);
  /** A stranger's bytes are counted as they come: the WebSocket's own limit is the session's, 128 times as large. */
  const count = (chunk: Buffer): void => connection.received(chunk.length);
  const connection = new Connection(hub, new Link(socket), address, (isProven) => {
    stream.off("data", count);
    hub.addresses.leave(address);
    if (isProven) proven();
  });
  socket.attach(connection);
  stream.on("data", count);
}
