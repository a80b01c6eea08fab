import { useState } from 'react'

/** A live list that can be paused. */
export interface Pause<Item> {
  /** The items to show: the live list, or its copy from the moment of pausing. */
  shown: Item[] | undefined
  isPaused: boolean
  /** Number of items that arrived since. */
  waiting: number
  toggle: () => void
}

/** Pauses and resumes a live list. */
export function usePause<Item>(live: Item[] | undefined, toKey: (item: Item) => string | number): Pause<Item> {
  const [held, setHeld] = useState<Item[] | null>(null)
  const known = new Set(held?.map(toKey))
  const waiting = held === null ? 0 : (live ?? []).filter((item) => !known.has(toKey(item))).length
  return {
    shown: held ?? live,
    isPaused: held !== null,
    waiting,
    toggle: () => setHeld(held === null ? (live ?? []) : null),
  }
}
