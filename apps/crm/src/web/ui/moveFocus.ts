/** Moves the focus among the items of a list by arrow keys, Home and End. @returns true when the key was one of these. */
export function moveFocus({ items, key }: { items: HTMLElement[]; key: string }): boolean {
  const now = items.indexOf(document.activeElement as HTMLElement) // -1 without the focus.
  const next = { ArrowDown: now + 1, ArrowUp: now < 0 ? -1 : now - 1, Home: 0, End: -1 }[key]
  if (next === undefined || items.length === 0) return false
  items.at(next % items.length)?.focus()
  return true
}
