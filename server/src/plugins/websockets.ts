// WebSockets for the agent socket and the live feed: one set of limits, and an end that everybody hears of.
import websocket from "@fastify/websocket";
import { WEBSOCKET_OPTIONS } from "../gateway/index.ts";
import type { App } from "../http/app.ts";
import type { Log } from "../log.ts";

/** Sockets that do not answer a closing handshake in this time are cut, milliseconds. */
const CUT_AFTER_MS = 2_000;

/** Must be added before any WebSocket route. `goodbye` runs when the server closes, before sockets are closed. */
export async function websockets(app: App, options: { log: Log; goodbye: () => Promise<void> }): Promise<void> {
  // Before the plugin's own hook, which closes every socket without a word.
  app.addHook("preClose", async () => {
    await options.goodbye();
    const cut = setTimeout(() => {
      for (const socket of app.websocketServer.clients) socket.terminate();
    }, CUT_AFTER_MS);
    cut.unref();
  });
  await app.register(websocket, {
    options: WEBSOCKET_OPTIONS,
    // ws itself answers a broken frame with the fitting close code; cutting the socket here would lose it.
    errorHandler: (error) => options.log.debug({ err: error }, "a WebSocket failed"),
  });
}
