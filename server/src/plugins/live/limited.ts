// What of an event somebody hears whose reach ends somewhere: the things within, and nothing of the others.
import { type Reach, reaches, type Target } from "../../http/reach.ts";
import type { LiveEvent, Topic } from "./messages.ts";

interface Subjects {
  readonly ids?: readonly string[];
  readonly items?: readonly { readonly id: string }[];
  readonly id?: string;
}

/** Where things stand, by id; one that is missing stands nowhere, and nobody with a limited reach hears of it. */
export type Targets = ReadonlyMap<string, Target>;

/** The ids of everything that an event tells of. */
export function subjectsOf({ data }: LiveEvent, topic: Topic): string[] {
  if (topic.resourceId !== undefined) return [topic.resourceId];
  const { ids = [], items = [], id } = data as Subjects;
  return [...ids, ...items.map((item) => item.id), ...(id === undefined ? [] : [id])];
}

/** The part of the event that lies within; undefined when nothing does. */
export function partWithin(reach: Reach, event: LiveEvent, topic: Topic, targets: Targets): LiveEvent | undefined {
  const isHeard = (id: string): boolean => {
    const target = targets.get(id);
    return target !== undefined && reaches(reach, target);
  };
  if (topic.resourceId !== undefined) return isHeard(topic.resourceId) ? event : undefined;
  const { ids, items, id } = event.data as Subjects;
  if (ids !== undefined) return keep(event, "ids", ids.filter(isHeard));
  if (items !== undefined)
    return keep(
      event,
      "items",
      items.filter((item) => isHeard(item.id)),
    );
  return id !== undefined && isHeard(id) ? event : undefined;
}

const keep = (event: LiveEvent, name: string, part: readonly unknown[]): LiveEvent | undefined =>
  part.length === 0 ? undefined : { ...event, data: { ...(event.data as object), [name]: part } };
