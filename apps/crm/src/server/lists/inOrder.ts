/** Puts items into the order of these ids. */
export function inOrder<Item extends { id: string }>(items: Item[], ids: string[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
