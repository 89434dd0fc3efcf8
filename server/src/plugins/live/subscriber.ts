// One console's socket: its topics, and never more waiting to be sent than it can bear.
import type { WebSocket } from "ws";
import type { Viewer } from "../../http/caller.ts";
import type { Principal } from "../../http/principal.ts";
import type { Reach } from "../../http/reach.ts";
import { Backlog } from "./backlog.ts";
import { type LiveEvent, readTopic, type ServerMessage, type Topic } from "./messages.ts";

export const LiveClose = { NORMAL: 1000, TRY_LATER: 1013, BAD_MESSAGE: 4400, NO_SESSION: 4401 } as const;

const MOST_TOPICS = 200;
/** Bytes waiting to leave above which events are joined instead of sent. */
const SLOW_BYTES = 262_144;
/** A reader that stays behind for this long is given up, milliseconds. */
const BEHIND_MOST_MS = 30_000;

export interface SubscriberNeeds {
  /** Which of these resources are there, as far as the viewer's reach goes. */
  existing(viewer: Viewer, resourceIds: readonly string[]): Promise<ReadonlySet<string>>;
  watch(resourceId: string): () => void;
  joined(subscriber: Subscriber, topic: string): void;
  left(subscriber: Subscriber, topic: string): void;
}

export class Subscriber {
  readonly principal: Principal;
  readonly #socket: WebSocket;
  readonly #needs: SubscriberNeeds;
  /** By topic, how to let go of it. */
  readonly #topics = new Map<string, () => void>();
  readonly #backlog = new Backlog();
  #behindSince: number | undefined;
  readonly #pings = { sent: 0, answered: 0 };
  #order: Promise<void> = Promise.resolve();

  constructor(principal: Principal, socket: WebSocket, needs: SubscriberNeeds) {
    this.principal = principal;
    this.#socket = socket;
    this.#needs = needs;
    socket.on("pong", () => {
      this.#pings.answered = this.#pings.sent;
    });
  }

  /** Takes topics on or lets them go, one request after the other. Rejects when the database cannot be asked. */
  request(type: "subscribe" | "unsubscribe", topics: readonly string[]): Promise<void> {
    const done = this.#order.then(() => (type === "subscribe" ? this.#subscribe(topics) : this.#unsubscribe(topics)));
    this.#order = done.catch(() => undefined);
    return done;
  }

  /** Sends an event, or keeps it while the socket is behind. `text` is the event as JSON, made once for all. */
  event(event: LiveEvent, text: string, now: number): void {
    if (this.#socket.bufferedAmount < SLOW_BYTES && this.#backlog.size === 0) {
      this.#socket.send(text);
      return;
    }
    this.#behindSince ??= now;
    if (!this.#backlog.add(event)) this.close(LiveClose.TRY_LATER, "too slow");
  }

  /** How much of a topic this person may hear. */
  reach(topic: Topic): Reach {
    return this.principal.reach(topic.permission);
  }

  send(message: ServerMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** Sends what was kept once the socket caught up; gives up on one that does not. */
  catchUp(now: number): void {
    if (this.#backlog.size === 0) this.#behindSince = undefined;
    else if (this.#socket.bufferedAmount < SLOW_BYTES) for (const event of this.#backlog.take()) this.send(event);
    else if (now - (this.#behindSince ?? now) > BEHIND_MOST_MS) this.close(LiveClose.TRY_LATER, "too slow");
  }

  /** Bytes that wait to leave. */
  get waitingBytes(): number {
    return this.#socket.bufferedAmount;
  }

  /** Asks for a sign of life; a socket that gave none since the last time is cut. */
  ping(): void {
    if (this.#pings.sent > this.#pings.answered) {
      this.#socket.terminate();
      return;
    }
    this.#pings.sent++;
    this.#socket.ping();
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** The socket is gone. */
  end(): void {
    this.#order = this.#order.then(() => this.#unsubscribe([...this.#topics.keys()]));
  }

  async #subscribe(topics: readonly string[]): Promise<void> {
    const known = topics.map((name) => ({ name, topic: readTopic(name) }));
    const ids = known.flatMap(({ topic }) => topic?.resourceId ?? []);
    const existing = ids.length === 0 ? new Set<string>() : await this.#existing(ids);
    for (const { name, topic } of known) {
      if (this.#socket.readyState !== this.#socket.OPEN) return;
      if (this.#topics.has(name)) continue;
      const there = topic !== undefined && (topic.resourceId === undefined || existing.has(topic.resourceId));
      if (!there || !this.principal.permissions.has(topic.permission) || this.#topics.size >= MOST_TOPICS) {
        this.send({ type: "refused", topic: name });
        continue;
      }
      this.#needs.joined(this, name);
      this.#topics.set(name, topic.watches && topic.resourceId !== undefined ? this.#needs.watch(topic.resourceId) : () => undefined);
    }
  }

  #existing(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { organizationId } = this.principal;
    return this.#needs.existing({ organizationId, reach: this.principal.reach("resources:read") }, ids);
  }

  async #unsubscribe(topics: readonly string[]): Promise<void> {
    for (const name of topics) {
      const release = this.#topics.get(name);
      if (release === undefined) continue;
      this.#topics.delete(name);
      this.#needs.left(this, name);
      release();
    }
  }
}
