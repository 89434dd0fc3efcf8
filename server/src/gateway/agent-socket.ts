// A WebSocket that knows its connection, so that one set of listeners serves all of them: five closures for each of thousands of agents
// would stay in memory for as long as they are connected.
import { type RawData, WebSocket } from "ws";

/** What happens on a socket, as its connection is told. */
interface SocketEvents {
  message(data: Buffer, isBinary: boolean): void;
  /** A WebSocket ping or pong. */
  control(): void;
  failed(error: Error): void;
  closed(): void;
}

export class AgentSocket extends WebSocket {
  connection: SocketEvents | undefined;

  /** From now on this connection is told. Call once, in the turn in which the socket opened. */
  attach(connection: SocketEvents): void {
    this.connection = connection;
    this.on("message", onMessage);
    this.on("ping", onControl);
    this.on("pong", onControl);
    // ws answers a broken frame with the fitting close code by itself.
    this.on("error", onError);
    this.on("close", onClose);
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  (this as AgentSocket).connection?.message(data as Buffer, isBinary);
}

function onControl(this: WebSocket): void {
  (this as AgentSocket).connection?.control();
}

function onError(this: WebSocket, error: Error): void {
  (this as AgentSocket).connection?.failed(error);
}

function onClose(this: WebSocket): void {
  (this as AgentSocket).connection?.closed();
}
