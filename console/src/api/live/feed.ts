// The live feed: one socket for all pages, topics counted by who watches them, reconnecting by itself.
import { reconnectDelay } from "./backoff.ts";
import { parseMessage } from "./messages.ts";
import { topicChanges } from "./topics.ts";

export type FeedState = "idle" | "connecting" | "live" | "lost";
export type EventHandler = (name: string, data: unknown) => void;

export interface FeedOptions {
  readonly url: string;
  readonly csrfToken: () => string;
  readonly connect: (url: string) => WebSocket;
  readonly random: () => number;
  /** The server's clock at the moment it became ready. */
  readonly onReady: (serverTime: string) => void;
  /** After a loss: whatever happened meanwhile was missed and must be asked for again. */
  readonly onResync: () => void;
  /** The server no longer knows the session. */
  readonly onSignedOut: () => void;
}

const GATHER_MS = 40;
const CLOSED_SIGNED_OUT = 4401;

export class LiveFeed {
  #options: FeedOptions;
  #socket: WebSocket | undefined;
  #state: FeedState = "idle";
  #attempt = 0;
  #everReady = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #gather: ReturnType<typeof setTimeout> | undefined;
  #handlers = new Map<string, Set<EventHandler>>();
  #held = new Set<string>();
  #watchers = new Set<() => void>();

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  get state(): FeedState {
    return this.#state;
  }

  /** Calls `watcher` whenever the state changes; answers the way to stop. */
  watchState(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  start(): void {
    if (this.#state === "idle") this.#open();
  }

  stop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#gather);
    const socket = this.#socket;
    this.#socket = undefined;
    this.#held.clear();
    this.#attempt = 0;
    this.#everReady = false;
    this.#move("idle");
    socket?.close(1000);
  }

  /** Tries at once instead of waiting, because something suggests that the way is open again. */
  hurry(): void {
    if (this.#state !== "lost") return;
    clearTimeout(this.#retry);
    this.#attempt = 0;
    this.#open();
  }

  /** Hands events of a topic to `handler` until the answered function is called. */
  subscribe(topic: string, handler: EventHandler): () => void {
    const handlers = this.#handlers.get(topic) ?? new Set();
    handlers.add(handler);
    this.#handlers.set(topic, handlers);
    this.#plan();
    return () => {
      handlers.delete(handler);
      if (handlers.size === 0 && this.#handlers.get(topic) === handlers) this.#handlers.delete(topic);
      this.#plan();
    };
  }

  #move(state: FeedState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }

  #open(): void {
    this.#move(this.#everReady || this.#attempt > 0 ? "lost" : "connecting");
    const socket = this.#options.connect(this.#options.url);
    this.#socket = socket;
    socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "hello", csrfToken: this.#options.csrfToken() })));
    socket.addEventListener("message", (event: MessageEvent) => {
      if (socket === this.#socket && typeof event.data === "string") this.#receive(event.data);
    });
    socket.addEventListener("close", (event: CloseEvent) => {
      if (socket === this.#socket) this.#closed(event.code);
    });
  }

  #closed(code: number): void {
    this.#socket = undefined;
    this.#held.clear();
    this.#move("lost");
    if (code === CLOSED_SIGNED_OUT) this.#options.onSignedOut();
    this.#retry = setTimeout(() => this.#open(), reconnectDelay(this.#attempt, this.#options.random));
    this.#attempt += 1;
  }

  #receive(frame: string): void {
    const message = parseMessage(frame);
    if (message?.type === "event") {
      for (const handler of this.#handlers.get(message.topic) ?? []) handler(message.name, message.data);
      return;
    }
    if (message?.type !== "ready") return;
    const missed = this.#everReady || this.#attempt > 0;
    this.#everReady = true;
    this.#attempt = 0;
    this.#options.onReady(message.serverTime);
    this.#move("live");
    this.#tell();
    if (missed) this.#options.onResync();
  }

  /** Topics come and go in bursts while a list scrolls: tell the server once. */
  #plan(): void {
    if (this.#state !== "live") return;
    clearTimeout(this.#gather);
    this.#gather = setTimeout(() => this.#tell(), GATHER_MS);
  }

  #tell(): void {
    if (this.#state !== "live" || this.#socket === undefined) return;
    const { subscribe, unsubscribe } = topicChanges(this.#handlers.keys(), this.#held);
    if (unsubscribe.length > 0) this.#socket.send(JSON.stringify({ type: "unsubscribe", topics: unsubscribe }));
    if (subscribe.length > 0) this.#socket.send(JSON.stringify({ type: "subscribe", topics: subscribe }));
    for (const topic of unsubscribe) this.#held.delete(topic);
    for (const topic of subscribe) this.#held.add(topic);
  }
}
