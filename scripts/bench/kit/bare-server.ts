// The baseline: a bare WebSocket server with the product's socket options and nothing behind it. Keeps nothing of what it is told.
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import { WebSocketServer } from "ws";
import { WEBSOCKET_OPTIONS } from "../../../server/src/gateway/index.ts";
import { answerMemory } from "./memory-words.ts";

/** The folder with cert.pem and key.pem; none: without TLS. */
const folder = process.argv[2];
const server =
  folder === undefined
    ? http.createServer()
    : https.createServer({ cert: readFileSync(path.join(folder, "cert.pem")), key: readFileSync(path.join(folder, "key.pem")) });
new WebSocketServer({ server, ...WEBSOCKET_OPTIONS });
server.listen({ port: 0, host: "127.0.0.1", backlog: 511 }, () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the bare server has no port");
  process.send?.({ ready: true, url: `${folder === undefined ? "http" : "https"}://127.0.0.1:${address.port}` });
});
answerMemory();
process.on("disconnect", () => process.exit(0));
