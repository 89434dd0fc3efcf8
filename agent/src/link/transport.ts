/** One connection to a server, as a session sees it. */
export interface Transport {
  /** Sends one frame; `sent` is called when it has left this program. */
  send(bytes: Uint8Array, sent?: () => void): void;
  /** Asks the other side to show that it is there. */
  ping(): void;
  /** Ends the connection with a code of CloseCode and one word. */
  close(code: number, reason: string): void;
  /** Ends it at once, without a word. */
  terminate(): void;
  /** Bytes given to `send` that have not left yet. */
  readonly bufferedAmount: number;
  /** SHA-256 of the server's TLS public key; empty without TLS. */
  readonly tlsKeyHash: Uint8Array;
}

/** What a connection tells. `closed` comes exactly once and last, also when it never opened. */
export interface TransportHandlers {
  opened(transport: Transport): void;
  frame(bytes: Uint8Array): void;
  /** Anything at all arrived. */
  alive(): void;
  /** `problem` is one sentence for people when the connection failed. */
  closed(code: number, reason: string, problem?: string): void;
}

/** Begins to connect to a server given as "https://…" or "http://…". The answer gives up on it. */
export type Connect = (server: string, handlers: TransportHandlers) => () => void;
