/** Gives recorded conversations in their order, and the last one from then on. */
export function takeInTurn<Item>(items: Item[]): () => Item | undefined {
  let next = 0
  return () => items[Math.min(next++, items.length - 1)]
}
