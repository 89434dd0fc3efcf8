// The signer's sockets. Who may connect is decided by the file system alone: the folder is closed to others, and the sockets are the owner's.
import { chmod, rm } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import type { Log } from "../log.ts";
import { encodeFrame, readFrames } from "./framing.ts";
import type { SignerPlace } from "./place.ts";
import { checkRequest, type Signer, SignerRefusal } from "./protocol.ts";

export interface ListenOptions {
  readonly log: Log;
  /** Whether the socket's group may ask too. */
  readonly shared: boolean;
  /** Called after a request that failed for no reason of its asker's. */
  onFailure(): void;
}

/** Listens on both sockets; answers what closes them. Throws Error when another signer answers there. */
export async function listen(signer: Signer, place: SignerPlace, options: ListenOptions): Promise<() => Promise<void>> {
  const host = await open(place.hostSocket, 0o600, (socket) => serve(socket, signer, "host", options));
  const web = await open(place.socket, options.shared ? 0o660 : 0o600, (socket) => serve(socket, signer, "web", options));
  return async () => {
    await Promise.all([host, web].map((server) => new Promise((resolve) => server.close(resolve))));
  };
}

async function open(file: string, mode: number, onSocket: (socket: Socket) => void): Promise<Server> {
  if (process.platform !== "win32") {
    if (await answers(file)) throw new Error(`another signer answers at ${file}`);
    await rm(file, { force: true });
  }
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    onSocket(socket);
  });
  const close = server.close.bind(server);
  server.close = (callback) => {
    for (const socket of sockets) socket.destroy();
    return close(callback);
  };
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(file, resolve);
  });
  if (process.platform !== "win32") await chmod(file, mode);
  return server;
}

const answers = (file: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(file);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });

function serve(socket: Socket, signer: Signer, side: "web" | "host", options: ListenOptions): void {
  const { log } = options;
  socket.on("error", (error) => log.warn({ err: error }, "a connection to the signer failed"));
  readFrames(socket, (message) => {
    void answer(message, signer, side, options).then((reply) => {
      if (!socket.destroyed) socket.write(encodeFrame(reply));
    });
  });
}

async function answer(message: unknown, signer: Signer, side: "web" | "host", { log, onFailure }: ListenOptions): Promise<object> {
  const { id, name, body } = (message ?? {}) as { id?: unknown; name?: unknown; body?: unknown };
  try {
    const known = checkRequest(name, body);
    if (known.startsWith("host.") && side !== "host") throw new SignerRefusal("INVALID", "only the server's host may ask this");
    return { id, answer: await signer.ask(known, body as never) };
  } catch (error) {
    if (error instanceof SignerRefusal) {
      const { code, message: text, retryAfterSeconds } = error;
      return { id, refusal: { code, message: text, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) } };
    }
    log.error({ err: error }, "the signer failed to answer");
    onFailure();
    return { id, failed: true };
  }
}
