import { InvalidOptionError } from '../../store/errors.ts'
import { findNearest } from '../../store/input/findNearest.ts'
import type { Vendor } from '../../store/schema.ts'
import { createSubscribers } from '../../store/subscribers/createSubscribers.ts'

/** Description of a quirk. */
export interface QuirkEntry {
  vendor: Vendor
  /** The behaviour while it is on. Off is the behaviour in the vendor's documents. */
  description: string
}

/** Names of all quirks, as keys. Each vendor's `quirks.ts` adds its own to this interface. */
// biome-ignore lint/suspicious/noEmptyInterface: the vendors fill it, so that this folder names none of them.
export interface QuirkNames {}

/** The name of a quirk. */
export type QuirkName = keyof QuirkNames

/** A quirk and whether it is on. */
export interface Quirk extends QuirkEntry {
  name: QuirkName
  on: boolean
}

/** The quirks of one account. */
export interface Quirks {
  isOn: (name: QuirkName) => boolean
  /** Switches a quirk. @throws {InvalidOptionError} for an unknown name */
  set: (name: QuirkName, on: boolean) => void
  list: () => Quirk[]
  /** Switches all off except those the account started with. */
  reset: () => void
  /** Validates the name of a quirk. @throws {InvalidOptionError} for an unknown name */
  parseName: (name: string) => QuirkName
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** Creates the switches of one account. @throws {InvalidOptionError} for an unknown name among `initial` */
export function createQuirks({
  entries,
  initial = [],
}: {
  /** Every quirk, by name. */
  entries: Record<string, QuirkEntry>
  /** Names of those that are on from the start. */
  initial?: readonly string[]
}): Quirks {
  const names = Object.keys(entries) as QuirkName[] // The entries of all vendors, whose names these are.
  const first = initial.map(parseName)
  const on = new Set<QuirkName>(first)
  const { notify, subscribe } = createSubscribers()

  function parseName(name: string): QuirkName {
    if (Object.hasOwn(entries, name)) return name as QuirkName
    const nearest = findNearest({ text: name, known: names })
    throw new InvalidOptionError(`There is no quirk ${JSON.stringify(name.slice(0, 100))}. The nearest is ${nearest}.`)
  }

  return {
    isOn: (name) => on.has(name),
    set(name, isOn) {
      if (isOn) on.add(parseName(name))
      else on.delete(parseName(name))
      notify()
    },
    list: () =>
      Object.entries(entries).map(([name, entry]) => ({
        name: parseName(name),
        ...entry,
        on: on.has(parseName(name)),
      })),
    reset() {
      on.clear()
      for (const name of first) on.add(name)
      notify()
    },
    parseName,
    subscribe,
  }
}
