// GET /agent/v1: where agents connect. No cookie or header is looked at; an agent proves itself on the socket.

import type { WebSocket } from "@fastify/websocket";
import { CloseCode } from "@vigia/protocol";
import type { FastifyRequest } from "fastify";
import type { RawData } from "ws";
import type { App } from "../http/app.ts";
import { Connection } from "./connection.ts";
import { type Hub, tally } from "./hub.ts";
import { Link } from "./link.ts";

/** Adds the route; @fastify/websocket must be there, with WEBSOCKET_OPTIONS. */
export function registerAgentRoute(app: App, hub: Hub): void {
  app.get("/agent/v1", { websocket: true, config: { permission: "public" }, schema: { hide: true } }, (socket, request) =>
    accept(hub, socket, request),
  );
}

function accept(hub: Hub, socket: WebSocket, request: FastifyRequest): void {
  const link = new Link(socket);
  const leave = hub.addresses.enter(request.ip);
  if (leave === undefined) {
    tally(hub.counters.turnedAway, CloseCode.TRY_LATER);
    link.close(CloseCode.TRY_LATER, "too many strangers from here");
    return;
  }
  const connection = new Connection(hub, link, request.ip, leave);
  socket.on("message", (data: RawData, isBinary: boolean) => connection.message(data as Buffer, isBinary));
  socket.on("ping", () => connection.control());
  socket.on("pong", () => connection.control());
  socket.on("close", () => connection.closed());
  countStrangerBytes(connection, request);
}

/** A stranger's bytes are counted as they come: the WebSocket's own limit is the session's, 128 times as large. */
function countStrangerBytes(connection: Connection, request: FastifyRequest): void {
  const raw = request.raw.socket;
  const count = (chunk: Buffer): void => {
    if (!connection.received(chunk.length)) raw.off("data", count);
  };
  raw.on("data", count);
}
