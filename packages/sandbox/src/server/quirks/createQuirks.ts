import { isQuirkName, type QuirkName, quirkNames, quirkTable } from '../../quirkTable.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import { findNearest } from '../http/findNearest.ts'

/** A quirk and whether it is on. */
export interface Quirk {
  name: QuirkName
  vendor: string
  description: string
  on: boolean
}

/** The quirks of one account. */
export interface Quirks {
  isOn: (name: QuirkName) => boolean
  /** Switches a quirk. @throws {InvalidOptionError} when there is none of this name */
  set: (name: QuirkName, on: boolean) => void
  list: () => Quirk[]
  /** Switches all off but those the account began with. */
  reset: () => void
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** Creates the switches of one account. @throws {InvalidOptionError} when a name is none of a quirk */
export function createQuirks(initial: readonly string[] = []): Quirks {
  const first = initial.map(parseQuirkName)
  const on = new Set<QuirkName>(first)
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    isOn: (name) => on.has(name),
    set(name, wanted) {
      if (wanted) on.add(parseQuirkName(name))
      else on.delete(parseQuirkName(name))
      tell()
    },
    list: () => quirkNames.map((name) => ({ name, ...quirkTable[name], on: on.has(name) })),
    reset() {
      on.clear()
      for (const name of first) on.add(name)
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** @throws {InvalidOptionError} */
export function parseQuirkName(name: string): QuirkName {
  if (isQuirkName(name)) return name
  const nearest = findNearest({ wanted: name, known: quirkNames })
  throw new InvalidOptionError(`There is no quirk ${JSON.stringify(name.slice(0, 100))}. The nearest is ${nearest}.`)
}
