// A TCP proxy between one agent and the server that does to the bytes what bad networks do. What it is told holds for the connections
// that stand and for those to come, until it is told otherwise.
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** From the agent to the server, or back. */
export type Direction = "up" | "down";

export interface Weather {
  /** Connections are refused. */
  readonly refuse?: boolean;
  /** Bytes vanish, and the sockets stay. */
  readonly drop?: boolean;
  /** Every piece comes so much later, milliseconds. */
  readonly delayMs?: number;
  /** One byte at a time, with so many milliseconds between. */
  readonly byteEveryMs?: number;
  /** Each connection is cut after so many bytes of a direction, counted from its beginning; `connection` counts from 0. */
  readonly cut?: { readonly direction: Direction; after(connection: number): number };
  /** One bit of this byte of each connection is turned. */
  readonly corrupt?: { readonly direction: Direction; at(connection: number): number };
}

class Connection {
  readonly agent: net.Socket;
  readonly server: net.Socket;
  readonly number: number;
  readonly passed: Record<Direction, number> = { up: 0, down: 0 };
  /** Cut after so many further bytes of a direction. */
  cutAfter: { direction: Direction; bytes: number } | undefined;
  /** One side is gone on purpose; the other must not learn of it. */
  oneSided = false;
  readonly over = new AbortController();

  constructor(agent: net.Socket, server: net.Socket, number: number) {
    this.agent = agent;
    this.server = server;
    this.number = number;
  }

  reset(): void {
    this.over.abort();
    for (const socket of [this.agent, this.server]) socket.resetAndDestroy();
  }
}

export class FaultProxy {
  readonly #server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.#accept(socket));
  readonly #connections = new Set<Connection>();
  #weather: Weather = {};
  #upstream = 0;
  #count = 0;

  /** Listens on a free port of 127.0.0.1 and forwards to `upstream`, a port there. */
  static async start(upstream: number): Promise<FaultProxy> {
    const proxy = new FaultProxy();
    proxy.#upstream = upstream;
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  /** Connections that carry nothing any more. */
  get mute(): number {
    return [...this.#connections].filter(({ oneSided }) => oneSided).length;
  }

  /** How many connections there were since the last change of weather. */
  get since(): number {
    return this.#count;
  }

  set(weather: Weather): void {
    this.#weather = weather;
    this.#count = 0;
  }

  /** Both sides of all connections are reset. */
  reset(): void {
    for (const connection of this.#connections) connection.reset();
  }

  /** The server's side closes, the agent's stays and is silent. */
  halfOpen(): void {
    for (const connection of this.#connections) {
      connection.oneSided = true;
      connection.server.destroy();
    }
  }

  /** The agent's side is reset, the server's stays: when the agent comes back, the server has it twice. */
  orphan(): void {
    for (const connection of this.#connections) {
      connection.oneSided = true;
      connection.agent.resetAndDestroy();
    }
  }

  /** Cuts the connections that stand after so many further bytes. */
  cutAfter(direction: Direction, bytes: number): void {
    for (const connection of this.#connections) connection.cutAfter = { direction, bytes };
  }

  async stop(): Promise<void> {
    this.reset();
    this.#server.close();
    await once(this.#server, "close");
  }

  #accept(agent: net.Socket): void {
    // Whoever waits on a socket learns of its errors there.
    agent.on("error", () => undefined);
    const number = this.#count++;
    if (this.#weather.refuse === true) {
      agent.resetAndDestroy();
      return;
    }
    const server = net.connect({ port: this.#upstream, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    server.on("error", () => undefined);
    const connection = new Connection(agent, server, number);
    this.#connections.add(connection);
    const ways = [this.#carry(connection, "up", agent, server), this.#carry(connection, "down", server, agent)];
    void Promise.all(ways).then(() => {
      this.#connections.delete(connection);
      for (const socket of [agent, server]) socket.destroy();
    });
  }

  async #carry(connection: Connection, direction: Direction, from: net.Socket, to: net.Socket): Promise<void> {
    try {
      for await (const chunk of from) await this.#forward(connection, direction, chunk as Buffer, to);
      if (!connection.oneSided) to.end();
    } catch {
      // Reset, or cut by this proxy: the other side learns it the same way.
      if (!connection.oneSided) connection.reset();
    }
  }

  async #forward(connection: Connection, direction: Direction, chunk: Buffer, to: net.Socket): Promise<void> {
    const { drop, delayMs, byteEveryMs } = this.#weather;
    // What was swallowed is missing for good: such a connection carries nothing any more.
    if (drop === true) connection.oneSided = true;
    if (connection.oneSided) return;
    const signal = connection.over.signal;
    if (delayMs !== undefined) await sleep(delayMs, undefined, { signal });
    const { bytes, cut } = this.#spoil(connection, direction, chunk);
    if (byteEveryMs === undefined) await write(to, bytes);
    else
      for (const byte of bytes) {
        await write(to, Buffer.of(byte));
        // Faster again as soon as the weather is better.
        if (this.#weather.byteEveryMs !== undefined) await sleep(byteEveryMs, undefined, { signal });
      }
    if (cut) connection.reset();
  }

  /** What of a chunk still passes, with its wrong bit, and whether the connection ends behind it. */
  #spoil(connection: Connection, direction: Direction, chunk: Buffer): { bytes: Buffer; cut: boolean } {
    const { cut, corrupt } = this.#weather;
    const before = connection.passed[direction];
    connection.passed[direction] += chunk.length;
    const bytes = Buffer.from(chunk);
    if (corrupt?.direction === direction) {
      const at = corrupt.at(connection.number) - before;
      if (at >= 0 && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    }
    let left = Number.POSITIVE_INFINITY;
    if (cut?.direction === direction) left = cut.after(connection.number) - before;
    if (connection.cutAfter?.direction === direction) {
      left = Math.min(left, connection.cutAfter.bytes);
      connection.cutAfter.bytes -= chunk.length;
    }
    return left > bytes.length ? { bytes, cut: false } : { bytes: bytes.subarray(0, Math.max(0, left)), cut: true };
  }
}

/** Resolves when the socket took the bytes. Rejects when it is gone. */
function write(socket: net.Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
