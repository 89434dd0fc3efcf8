/** What a webhook can be told of. */
export const EVENTS = [
  "resource.enrolled",
  "resource.approved",
  "resource.refused",
  "resource.revoked",
  "resource.unenrolled",
  "resource.changed",
  "resource.deleted",
  "resource.online",
  "resource.offline",
  "inventory.changed",
  "client.created",
  "client.changed",
  "client.deleted",
  "site.created",
  "site.changed",
  "site.deleted",
  "ticket.opened",
  "ticket.updated",
  "ticket.answered",
  "ticket.closed",
  "setting.changed",
  "user.signed_in",
] as const;

type Event = (typeof EVENTS)[number];
type KeyOf<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : never;

/** The name of an event's words: the catalogue keeps dots for its own use. */
export const eventKey = <Name extends Event>(name: Name): KeyOf<Name> => name.replace(".", "_") as KeyOf<Name>;
export const isEvent = (name: string): name is Event => (EVENTS as readonly string[]).includes(name);
