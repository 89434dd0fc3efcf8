// Keeps the loaded rows true: values and presence in place, new machines counted instead of inserted.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiError } from "../../../api/errors.ts";
import { patchPages, removeFromPages, withLatest, withPresence } from "../../../api/live/patch.ts";
import { useTopics } from "../../../api/live/use-feed.tsx";
import type { Pages } from "../../../api/pages.ts";
import { getResource, type ListedRow, resourceKeys } from "../../../api/resources.ts";
import type { LatestRow, PresenceItem, ResourceRow } from "../../../api/types.ts";

/** Beyond this many changed rows at once, the list is offered to be loaded again instead. */
const ONE_BY_ONE = 8;

interface LiveRows {
  /** Machines that came since the list was loaded. */
  readonly arrived: number;
  /** The list would look different if it were loaded again. */
  readonly stale: boolean;
  readonly reload: () => void;
}

/**
 * @param shownIds the rows on screen: only they are kept up to date to the second
 * @param rows all loaded rows
 */
export function useLiveRows(shownIds: readonly string[], rows: readonly ListedRow[], filtered: boolean): LiveRows {
  const queries = useQueryClient();
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const [stale, setStale] = useState(false);
  const known = useRef(new Set<string>());
  known.current = new Set(rows.map((row) => row.id));

  const patch = (change: (pages: Pages<ResourceRow>) => Pages<ResourceRow>) =>
    queries.setQueriesData<Pages<ResourceRow>>({ queryKey: resourceKeys.lists }, (pages) => (pages === undefined ? pages : change(pages)));

  const reload = () => {
    setArrived(new Set());
    setStale(false);
    void queries.resetQueries({ queryKey: resourceKeys.lists });
  };

  const renew = async (id: string) => {
    // Only the list knows the cells of its columns.
    if (rows.some((row) => row.id === id && row.cells !== undefined)) {
      setStale(true);
      return;
    }
    try {
      const fresh = await getResource(id);
      patch((pages) => patchPages(pages, (row) => (row.id === id ? fresh : row)));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) patch((pages) => removeFromPages(pages, id));
      else setStale(true);
    }
  };

  const onChanged = (ids: readonly string[]) => {
    const shown = ids.filter((id) => known.current.has(id));
    if (shown.length > ONE_BY_ONE || (filtered && shown.length < ids.length)) setStale(true);
    for (const id of shown.slice(0, ONE_BY_ONE)) void renew(id);
  };

  useTopics(["resources", ...shownIds.map((id) => `latest:${id}`)], (_topic, name, data) => {
    if (name === "presence") {
      const changes = new Map((data as { items: PresenceItem[] }).items.map((item) => [item.id, item]));
      patch((pages) =>
        patchPages(pages, (row) => {
          const item = changes.get(row.id);
          return item === undefined ? row : withPresence(row, item);
        }),
      );
    } else if (name === "latest") {
      const latest = data as LatestRow;
      patch((pages) => patchPages(pages, (row) => (row.id === latest.id ? withLatest(row, latest) : row)));
    } else if (name === "changed") {
      onChanged((data as { ids: string[] }).ids);
    } else if (name === "enrolled") {
      const { id } = data as { id: string };
      if (known.current.size === 0) reload();
      else if (!known.current.has(id)) setArrived((now) => new Set([...now, id]));
    }
  });

  const unseen = [...arrived].filter((id) => !known.current.has(id)).length;
  return { arrived: unseen, stale, reload };
}
