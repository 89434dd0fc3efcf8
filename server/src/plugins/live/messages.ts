// What a console and the live feed say to each other; JSON text frames.
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import type { Permission } from "../../http/principal.ts";

const Topics = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 400 });
const ClientMessage = Type.Union([
  Type.Object({ type: Type.Literal("hello"), csrfToken: Type.String({ maxLength: 200 }) }),
  Type.Object({ type: Type.Literal("subscribe"), topics: Topics }),
  Type.Object({ type: Type.Literal("unsubscribe"), topics: Topics }),
]);
export type ClientMessage = Static<typeof ClientMessage>;
/** Everything a console may say. */
export const CLIENT_MESSAGES: readonly string[] = ClientMessage.anyOf.map(({ properties }) => properties.type.const);

export interface LiveEvent {
  readonly type: "event";
  readonly topic: string;
  readonly name: string;
  readonly data: unknown;
}
export type ServerMessage =
  | LiveEvent
  | { readonly type: "ready"; readonly serverTime: string }
  | { readonly type: "refused"; readonly topic: string };

/** A client's frame, or undefined when it is none. */
export function readMessage(text: string): ClientMessage | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return Value.Check(ClientMessage, message) ? message : undefined;
  } catch {
    // Not JSON: no message.
    return undefined;
  }
}

export interface Topic {
  readonly permission: Permission;
  /** What its events name by id. */
  readonly names: "resources" | "clients" | "tickets";
  /** The one resource it is about; undefined for a topic of the whole organization. */
  readonly resourceId: string | undefined;
  /** Someone has this machine open. */
  readonly watches: boolean;
}

/** What one person alone is told: their notices. */
export const OWN_TOPIC = "notices";

interface Kind extends Pick<Topic, "permission" | "names" | "watches"> {
  /** A resource's id follows after a colon. */
  readonly ofResource: boolean;
}

/** Every kind of topic. */
export const TOPICS: Readonly<Record<string, Kind>> = {
  resources: { permission: "resources:read", names: "resources", ofResource: false, watches: false },
  clients: { permission: "clients:read", names: "clients", ofResource: false, watches: false },
  tickets: { permission: "tickets:read", names: "tickets", ofResource: false, watches: false },
  // Everyone who listens may hear of their own; who is told is decided by the one who tells (tellPerson).
  [OWN_TOPIC]: { permission: "resources:read", names: "resources", ofResource: false, watches: false },
  latest: { permission: "resources:read", names: "resources", ofResource: true, watches: false },
  resource: { permission: "resources:read", names: "resources", ofResource: true, watches: true },
};

/** What a topic is about, or undefined when there is no such topic. */
export function readTopic(topic: string): Topic | undefined {
  const [, name = "", resourceId] = /^([a-z]+)(?::([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))?$/.exec(topic) ?? [];
  const kind = Object.hasOwn(TOPICS, name) ? TOPICS[name] : undefined;
  if (kind === undefined || kind.ofResource !== (resourceId !== undefined)) return undefined;
  return { permission: kind.permission, names: kind.names, resourceId, watches: kind.watches };
}
