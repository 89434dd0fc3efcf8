// The live feed: what happens, told to the consoles that are looking, one organization never hearing of another.
// WebSocket /api/v1/live. Cookie, permission and Origin are checked before the upgrade, the CSRF token in the first frame.
import type { WebSocket } from "@fastify/websocket";
import type { FastifyRequest } from "fastify";
import type { RawData } from "ws";
import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";
import { TokenBucket, TokenRate } from "../gateway/limits.ts";
import type { App } from "../http/app.ts";
import { isTrustedOrigin, sameText } from "../http/origin.ts";
import { type Principal, principalOf } from "../http/principal.ts";
import type { Place } from "../http/reach.ts";
import type { Log } from "../log.ts";
import { partWithin, subjectsOf, type Targets } from "./live/limited.ts";
import { type ClientMessage, type LiveEvent, OWN_TOPIC, readMessage, readTopic, type Topic } from "./live/messages.ts";
import { LiveClose, Subscriber, type SubscriberNeeds } from "./live/subscriber.ts";

const HELLO_TIMEOUT_MS = 10_000;
const TURN_MS = 1_000;
const CHECK_SESSIONS_EVERY_TURNS = 4;
const PING_EVERY_TURNS = 30;
const MOST_MESSAGE_BYTES = 65_536;
const MESSAGES_PER_SECOND = 20;
const MESSAGE_BURST = 100;
const SOCKETS_PER_SESSION = 20;

interface LiveFeedRoute extends Pick<SubscriberNeeds, "existing" | "watch"> {
  /** Exact Origin values under which browsers reach this server. */
  readonly origins: readonly string[];
  /** Where resources stand, to tell each listener no more than lies within their reach. */
  places(organizationId: string, resourceIds: readonly string[]): Promise<ReadonlyMap<string, Place>>;
  /** The clients of tickets, by ticket, for the same. */
  clientsOfTickets(organizationId: string, ticketIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether the session still stands; must not count as its use, or an open page would never time out. */
  sessionAlive(principal: Principal): Promise<boolean>;
}

export interface LiveFeed {
  /** Tells everyone in the organization who has this topic. */
  publish(organizationId: string, topic: string, name: string, data: unknown): void;
  /** Tells one person's consoles that have the topic "notices", and nobody else. */
  tellPerson(person: { organizationId: string; userId: string }, name: string, data: unknown): void;
  /** Whether anybody has it. */
  watched(organizationId: string, topic: string): boolean;
  /** Closes the session's sockets now. */
  sessionEnded(sessionId: string): void;
  /** Closes the sockets of people whose rights changed: they come back with those they have now. */
  rightsChanged(organizationId: string, userIds: readonly string[]): void;
  /** Adds the route; @fastify/websocket must be there. */
  registerRoute(app: App, route: LiveFeedRoute): void;
  /** Open sockets, for the server's own metrics. */
  sockets(): number;
  /** Bytes that wait to leave through all of them. */
  waitingBytes(): number;
}

/** Builds the feed. It can be published to before its route is there. A socket without a hello is closed after `helloTimeoutMs`. */
export function createLiveFeed({
  clock,
  log,
  helloTimeoutMs = HELLO_TIMEOUT_MS,
}: {
  clock: Clock;
  log: Log;
  helloTimeoutMs?: number;
}): LiveFeed {
  const rate = new TokenRate(clock, MESSAGES_PER_SECOND, MESSAGE_BURST);
  const subscribers = new Set<Subscriber>();
  const topics = new Map<string, Set<Subscriber>>();
  /** By organization, what is being told to listeners with a limited reach, in order. */
  const limited = new Map<string, Promise<void>>();
  let standing: Pick<LiveFeedRoute, "places" | "clientsOfTickets"> = {
    places: async () => new Map(),
    clientsOfTickets: async () => new Map(),
  };
  const keyOf = (organizationId: string, topic: string): string => `${organizationId} ${topic}`;

  function joined(subscriber: Subscriber, topic: string): void {
    const key = keyOf(subscriber.principal.organizationId, topic);
    const all = topics.get(key) ?? new Set();
    topics.set(key, all.add(subscriber));
  }

  function left(subscriber: Subscriber, topic: string): void {
    const key = keyOf(subscriber.principal.organizationId, topic);
    const all = topics.get(key);
    if (all?.delete(subscriber) && all.size === 0) topics.delete(key);
  }

  function sessionEnded(sessionId: string): void {
    for (const subscriber of subscribers)
      if (subscriber.principal.sessionId === sessionId) subscriber.close(LiveClose.NO_SESSION, "the session is over");
  }

  /** Tells those whose reach ends somewhere, one event after the other: where its things stand is asked first. */
  function tellLimited(organizationId: string, event: LiveEvent): void {
    const turn = (limited.get(organizationId) ?? Promise.resolve())
      .then(() => tellWithin(organizationId, event))
      .catch((error: unknown) => log.error({ err: error }, "an event could not be told to those who may hear a part of it"))
      .finally(() => {
        if (limited.get(organizationId) === turn) limited.delete(organizationId);
      });
    limited.set(organizationId, turn);
  }

  async function tellWithin(organizationId: string, event: LiveEvent): Promise<void> {
    const topic = readTopic(event.topic);
    if (topic === undefined) return;
    const known = await targetsOf(standing, organizationId, topic, subjectsOf(event, topic));
    for (const subscriber of topics.get(keyOf(organizationId, event.topic)) ?? []) {
      const reach = subscriber.reach(topic);
      const part = reach === "all" ? undefined : partWithin(reach, event, topic, known);
      if (part !== undefined) subscriber.event(part, JSON.stringify(part), clock.now());
    }
  }

  async function checkSessions(route: LiveFeedRoute): Promise<void> {
    const sessions = new Map([...subscribers].map(({ principal }) => [principal.sessionId, principal]));
    for (const [sessionId, principal] of sessions)
      try {
        if (!(await route.sessionAlive(principal))) sessionEnded(sessionId);
      } catch (error) {
        log.warn({ err: error }, "a live session could not be checked; it is with the next turn");
      }
  }

  function accept(route: LiveFeedRoute, socket: WebSocket, request: FastifyRequest): void {
    const principal = principalOf(request);
    const subscriber = new Subscriber(principal, socket, { existing: route.existing, watch: route.watch, joined, left });
    const own = [...subscribers].filter((other) => other.principal.sessionId === principal.sessionId);
    if (own.length >= SOCKETS_PER_SESSION) {
      subscriber.close(LiveClose.TRY_LATER, "too many sockets");
      return;
    }
    // From here on it is closed with its session, hello or not; nothing is sent to it before it asks for topics.
    subscribers.add(subscriber);
    const deadline = setTimeout(() => subscriber.close(LiveClose.NO_SESSION, "no hello in time"), helloTimeoutMs);
    const bucket = new TokenBucket(rate);
    let greeted = false;

    function take(message: ClientMessage): void {
      if (message.type === "hello") {
        if (request.csrfToken === null || !sameText(message.csrfToken, request.csrfToken))
          throw new Unwelcome(LiveClose.NO_SESSION, "wrong token");
        greeted = true;
        clearTimeout(deadline);
        subscriber.send({ type: "ready", serverTime: new Date(clock.now()).toISOString() });
        return;
      }
      if (!greeted) throw new Unwelcome(LiveClose.NO_SESSION, "hello comes first");
      subscriber.request(message.type, message.topics).catch((error: unknown) => {
        log.error({ err: error }, "topics could not be subscribed");
        subscriber.close(LiveClose.TRY_LATER, "try again");
      });
    }

    socket.on("message", (data: RawData, isBinary: boolean) => {
      if (socket.readyState !== socket.OPEN) return;
      try {
        if (!bucket.take()) throw new Unwelcome(LiveClose.TRY_LATER, "too fast");
        const bytes = data as Buffer;
        const message = isBinary || bytes.length > MOST_MESSAGE_BYTES ? undefined : readMessage(bytes.toString());
        if (message === undefined) throw new Unwelcome(LiveClose.BAD_MESSAGE, "not a message of this feed");
        take(message);
      } catch (error) {
        if (!(error instanceof Unwelcome)) throw error;
        subscriber.close(error.code, error.message);
      }
    });
    socket.on("close", () => {
      clearTimeout(deadline);
      subscribers.delete(subscriber);
      subscriber.end();
    });
  }

  return {
    publish(organizationId, topic, name, data) {
      const listening = topics.get(keyOf(organizationId, topic));
      if (listening === undefined) return;
      const event: LiveEvent = { type: "event", topic, name, data };
      const text = JSON.stringify(event);
      const known = readTopic(topic);
      let isLimited = false;
      for (const subscriber of listening) {
        if (known === undefined || subscriber.reach(known) !== "all") isLimited = true;
        else subscriber.event(event, text, clock.now());
      }
      if (isLimited) tellLimited(organizationId, event);
    },
    tellPerson({ organizationId, userId }, name, data) {
      const event: LiveEvent = { type: "event", topic: OWN_TOPIC, name, data };
      const text = JSON.stringify(event);
      for (const subscriber of topics.get(keyOf(organizationId, OWN_TOPIC)) ?? [])
        if (subscriber.principal.userId === userId) subscriber.event(event, text, clock.now());
    },
    watched: (organizationId, topic) => topics.has(keyOf(organizationId, topic)),
    sessionEnded,
    rightsChanged(organizationId, userIds) {
      for (const subscriber of subscribers) {
        const { principal } = subscriber;
        if (principal.organizationId === organizationId && userIds.includes(principal.userId))
          subscriber.close(LiveClose.TRY_LATER, "your rights changed");
      }
    },
    registerRoute(app, route) {
      standing = route;
      let turns = 0;
      const timer = setInterval(() => {
        turns++;
        for (const subscriber of subscribers) {
          subscriber.catchUp(clock.now());
          if (turns % PING_EVERY_TURNS === 0) subscriber.ping();
        }
        if (turns % CHECK_SESSIONS_EVERY_TURNS === 0) void checkSessions(route);
      }, TURN_MS);
      timer.unref();
      app.addHook("preClose", async () => {
        clearInterval(timer);
        for (const subscriber of subscribers) subscriber.close(1012, "the server stops");
      });
      app.get(
        "/api/v1/live",
        {
          websocket: true,
          config: { permission: "resources:read" },
          schema: { hide: true },
          preValidation: async (request) => {
            if (!isTrustedOrigin(request.headers.origin, route.origins))
              throw new AppError("BAD_ORIGIN", "this origin may not listen here");
          },
        },
        (socket, request) => accept(route, socket, request),
      );
    },
    sockets: () => subscribers.size,
    waitingBytes: () => [...subscribers].reduce((sum, { waitingBytes }) => sum + waitingBytes, 0),
  };
}

/** Where the things of an event stand; one that is not known stands nowhere. */
async function targetsOf(
  { places, clientsOfTickets }: Pick<LiveFeedRoute, "places" | "clientsOfTickets">,
  organizationId: string,
  { names }: Topic,
  ids: readonly string[],
): Promise<Targets> {
  switch (names) {
    case "clients":
      return new Map(ids.map((id) => [id, { kind: "client", id }]));
    case "tickets":
      return new Map([...(await clientsOfTickets(organizationId, ids))].map(([id, client]) => [id, { kind: "client", id: client }]));
    case "resources":
      return new Map([...(await places(organizationId, ids))].map(([id, place]) => [id, { kind: "resource", ...place }]));
  }
}

/** What a socket is closed for. */
class Unwelcome extends Error {
  readonly code: number;
  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
  }
}
