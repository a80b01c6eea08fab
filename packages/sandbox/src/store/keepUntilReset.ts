import type { Store } from './store.ts'

/** A value that is read once and kept in memory, because every message needs it. */
export interface Kept<Value> {
  get: (store: Store) => Promise<Value>
  /** It has changed: the next one who asks reads it anew. */
  forget: (store: Store) => void
}

/** Keeps what was read of a store until it is forgotten, or all data of the store is replaced. */
export function keepUntilReset<Value>(read: (store: Store) => Promise<Value>): Kept<Value> {
  const kept = new WeakMap<Store['connection'], Promise<Value>>()
  const watched = new WeakSet<Store['connection']>()
  const forget = ({ connection }: Store): void => void kept.delete(connection)

  function watch(store: Store): void {
    if (watched.has(store.connection)) return
    watched.add(store.connection)
    store.changes.subscribe(({ kind }) => {
      if (kind === 'reset') forget(store)
    })
  }

  return {
    forget,
    get(store) {
      watch(store)
      const known = kept.get(store.connection)
      if (known) return known
      const value = Promise.resolve(read(store)) // A query asks anew each time it is awaited.
      kept.set(store.connection, value)
      value.catch(() => forget(store)) // Whoever asked is told; the next one tries again.
      return value
    },
  }
}
