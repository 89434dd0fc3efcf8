// Lists come in pages of { items, nextCursor, total }; this joins what has been loaded so far.
import type { InfiniteData } from "@tanstack/react-query";

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}
export type Pages<Item> = InfiniteData<Page<Item>, unknown>;

/** All loaded items in order; an item that moved between two pages while loading appears once. */
export function flatten<Item extends { readonly id: string }>(pages: Pages<Item> | undefined): Item[] {
  const seen = new Set<string>();
  return (pages?.pages ?? []).flatMap((page) =>
    page.items.filter((item) => {
      if (seen.has(item.id)) return false;
      seen.add(item.id);
      return true;
    }),
  );
}

/** Common part of every infinite list. */
export const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: Page<unknown>): string | undefined => last.nextCursor ?? undefined,
};
