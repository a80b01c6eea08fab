/** Returns the names of the fields that a change gives another value. */
export function changedFields<Fields extends object>(before: Fields, change: Partial<Fields>): string[] {
  return Object.entries(change).flatMap(
    ([name, value]) => (value === undefined || isSame(before[name as keyof Fields], value) ? [] : [name]), // Only fields of the item are given.
  )
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
