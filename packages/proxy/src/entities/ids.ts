/** Returns the id of whatever is in a list, for reports. */
export function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item ? toId(item.id) : undefined
}

/** Only ids of an id's length are reported. */
export function toId(id: unknown): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 200) : undefined
}
