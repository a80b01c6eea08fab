import { useState } from 'react'

/** A list that can be held still while it goes on behind. */
export interface Pause<Item> {
  /** What to show: the list as it is, or as it was when it was held. */
  shown: Item[] | undefined
  isPaused: boolean
  /** How many have come since it was held. */
  waiting: number
  toggle: () => void
}

/** Lets a live list be held still. */
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
