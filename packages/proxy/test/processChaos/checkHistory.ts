import type { Fault, History } from './history.ts'
import { chatOf } from './nameOf.ts'

/**
 * Faults of a {@link History}: all lists of a good one are empty. None is for messages that the database has twice: it has one of
 * each id, as any store that goes by `mergeUpdate`, so that a repeat shows in `takenTwice` only.
 */
export interface Verdict {
  /** Events that were acknowledged, while the CRM was not handed them or its database does not have them. */
  lost: string[]
  /** Events that the CRM was handed again, although nothing had failed when it last was. */
  takenTwice: string[]
  /** Events that a stream got again, although the CRM was not handed them again. */
  shownTwice: string[]
  /** Events that the CRM was handed before earlier ones of their chat. */
  disordered: string[]
  /** Messages of pages that went out twice. */
  sentTwice: string[]
  /** Messages of pages that were accepted and did not go out. */
  sentNever: string[]
}

/** Time around a fault in which its effects are seen, e.g. on a machine that is busy. */
const aftermathMs = 1_000

/** Checks a {@link History}. */
export function checkHistory(history: History): Verdict {
  const { acknowledged, taken, stored, sends, atVendor } = history
  const isTaken = new Set(taken.map(({ name }) => name))
  const isStored = new Set(stored)
  const isAtVendor = new Set(atVendor)
  return {
    lost: [...acknowledged].filter((name) => !isTaken.has(name) || !isStored.has(name)),
    takenTwice: listUnexplained(history),
    shownTwice: listShownTwice(history),
    disordered: listDisordered(history),
    sentTwice: listRepeats(atVendor),
    sentNever: sends.filter(({ id, outcome }) => outcome === 'accepted' && !isAtVendor.has(id)).map(({ id }) => id),
  }
}

/** Counts the events that the CRM was handed again. */
export function countRepeats({ taken }: History): number {
  return listRepeats(taken.map(({ name }) => name)).length
}

function listRepeats(names: string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => seen.size === seen.add(name).size)
}

/**
 * A process that dies, stops or loses its Redis after it has handed an event over, and before all others know, leaves
 * nobody who can tell: the event comes again, and has the same key. So may one that goes on after others took over from
 * it, with the event that it was about to hand over. Without such a fault at that moment, no event may come again.
 */
function listUnexplained({ taken, faults }: History): string[] {
  const last = new Map<string, Taken>()
  return taken.flatMap((own) => {
    const before = last.get(own.name)
    last.set(own.name, own)
    if (!before) return []
    const isExplained = faults.some(
      (fault) => hits(fault, before) || (fault.processId !== undefined && hits(fault, own)),
    )
    return isExplained ? [] : [own.name]
  })
}

type Taken = History['taken'][number]

/** Returns true where a process could not tell others in time that it had taken an event. */
function hits(fault: Fault, { processId, at }: Taken): boolean {
  if (fault.processId !== undefined && fault.processId !== processId) return false
  return fault.from - aftermathMs <= at && at <= fault.until + aftermathMs
}

/** An event is shown as often as the CRM was handed it. */
function listShownTwice({ taken, shown }: History): string[] {
  const times = new Map<string, number>()
  for (const { name } of taken) times.set(name, (times.get(name) ?? 0) + 1)
  const shows = new Map<string, number>()
  return shown.flatMap(({ name, stream }) => {
    const key = `${stream} ${name}`
    const count = (shows.get(key) ?? 0) + 1
    shows.set(key, count)
    return count > Math.max(1, times.get(name) ?? 0) ? [`${name} in ${stream}`] : []
  })
}

function listDisordered({ sent, taken }: History): string[] {
  const places = new Map([...sent.values()].flatMap((names) => names.map((name, place) => [name, place] as const)))
  const next = new Map<string, number>()
  const seen = new Set<string>()
  return taken.flatMap(({ name }) => {
    if (seen.size === seen.add(name).size) return [] // A repeat.
    const chatId = chatOf(name)
    const expected = next.get(chatId) ?? 0
    const place = places.get(name) ?? -1
    next.set(chatId, Math.max(expected, place + 1))
    return place === expected ? [] : [name]
  })
}
