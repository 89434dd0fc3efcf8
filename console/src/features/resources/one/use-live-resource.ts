import { useQueryClient } from "@tanstack/react-query";
import { inventoryKeys } from "../../../api/inventory.ts";
import { rowOf, withLatest, withPresence } from "../../../api/live/patch.ts";
import { useTopics } from "../../../api/live/use-feed.tsx";
import { resourceKeys, resourceQuery } from "../../../api/resources.ts";
import type { Latest, Metrics, PresenceItem, Resource } from "../../../api/types.ts";
import { RANGES } from "../search.ts";
import { appendLatest } from "./performance/append.ts";

/** Only the hour's chart is fine enough to grow with each measurement; the longer ones are asked for again. */
const GROWING = RANGES["1h"];

/** Keeps one open machine true to the second, its last hour included. */
export function useLiveResource(id: string): void {
  const queries = useQueryClient();
  const { queryKey } = resourceQuery(id);
  useTopics([`resource:${id}`], (_topic, name, data) => {
    if (name === "presence") {
      const item = (data as { items: PresenceItem[] }).items.find((each) => each.id === id);
      if (item !== undefined) queries.setQueryData<Resource>(queryKey, (now) => (now === undefined ? now : withPresence(now, item)));
    } else if (name === "latest") {
      const latest = data as Latest;
      queries.setQueryData<Resource>(queryKey, (now) => (now === undefined ? now : { ...withLatest(now, rowOf(id, latest)), latest }));
      queries.setQueryData<Metrics>([...resourceKeys.metrics(id), GROWING], (now) =>
        now === undefined ? now : appendLatest(now, latest, GROWING),
      );
    } else if (name === "event") {
      void queries.invalidateQueries({ queryKey: resourceKeys.events(id) });
    } else if (name === "changed") {
      void queries.invalidateQueries({ queryKey });
      void queries.invalidateQueries({ queryKey: inventoryKeys.one(id) });
    }
  });
}
