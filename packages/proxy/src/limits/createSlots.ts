/** Takes a place for a key. @returns a function that gives it back, or null when all places of this key are taken. */
export type Slots = (key: string) => (() => void) | null

/** Makes {@link Slots} with `perKey` places for each key. Only keys that have a place take memory. */
export function createSlots({ perKey }: { perKey: number }): Slots {
  const taken = new Map<string, number>()
  return (key) => {
    const count = taken.get(key) ?? 0
    if (count >= perKey) return null
    taken.set(key, count + 1)
    return () => {
      const left = (taken.get(key) ?? 1) - 1
      if (left > 0) taken.set(key, left)
      else taken.delete(key)
    }
  }
}
