// A list's pages as one run of items, for tables that leave whole.

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Every item, page after page. `first` is read before the answer begins, so that what is wrong with the question is said as an error. */
export async function* everyItem<Item>(first: Page<Item>, next: (cursor: string) => Promise<Page<Item>>): AsyncGenerator<Item> {
  let page = first;
  for (;;) {
    yield* page.items;
    if (page.nextCursor === null) return;
    page = await next(page.nextCursor);
  }
}

/** A heading, then each item as a row. */
export async function* tableOf<Item, Value>(
  heading: readonly Value[],
  items: AsyncIterable<Item>,
  row: (item: Item) => readonly Value[],
): AsyncGenerator<readonly Value[]> {
  yield heading;
  for await (const item of items) yield row(item);
}
