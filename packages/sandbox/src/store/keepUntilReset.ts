import type { Store } from './store.ts'

/** A value that is kept in memory, because every message needs it. */
export interface Kept<Value> {
  get: (store: Store) => Promise<Value>
  /** Discards the value after a change; the next `get` reads it again. */
  forget: (store: Store) => void
}

/** Caches a value of a store until it is forgotten, or all data of the store are replaced. */
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
      const value = Promise.resolve(read(store)) // A query runs again each time it is awaited.
      kept.set(store.connection, value)
      value.catch(() => forget(store)) // The caller gets the error; the next `get` retries.
      return value
    },
  }
}
