/** Parameters of {@link paginate}. */
export interface Pagination<Item, Cursor> {
  /** Cursor of the first page. */
  start: Cursor
  fetchPage: (cursor: Cursor) => Promise<{ items: Item[]; next: Cursor | undefined }>
}

/** Walks through a list page by page; requests the next page only after the previous one is used up. */
export async function* paginate<Item, Cursor>({ start, fetchPage }: Pagination<Item, Cursor>): AsyncGenerator<Item> {
  let cursor: Cursor | undefined = start
  while (cursor !== undefined) {
    const { items, next }: { items: Item[]; next: Cursor | undefined } = await fetchPage(cursor)
    yield* items
    cursor = next
  }
}
