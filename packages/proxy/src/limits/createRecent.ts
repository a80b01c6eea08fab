/** A map that keeps the values used last. */
export interface Recent<Value> {
  get: (key: string) => Value | undefined
  set: (key: string, value: Value) => void
  delete: (key: string) => void
}

/** Makes a {@link Recent}, which keeps at least the `max` values used last, and never more than twice as many. */
export function createRecent<Value>({ max }: { max: number }): Recent<Value> {
  let recent = new Map<string, Value>()
  /** Those used before, all forgotten at a time. */
  let older = new Map<string, Value>()

  function set(key: string, value: Value): void {
    if (recent.size >= max && !recent.has(key)) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
  }

  return {
    get: (key) => {
      const known = recent.get(key)
      if (known !== undefined) return known
      const value = older.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
    delete: (key) => {
      recent.delete(key)
      older.delete(key)
    },
  }
}
