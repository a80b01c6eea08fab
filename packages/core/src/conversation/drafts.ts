import type { Clock } from '../clock.ts'

/** A place where texts stay when the page is reloaded, e.g. `sessionStorage`. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Texts that are not sent yet, by name. */
export interface Drafts {
  read: (name: string) => string
  /** Keeps a text; an empty one is removed. */
  keep: (name: string, text: string) => void
}

/** Name of the one entry that has all of them. */
const entry = 'crm-chat drafts'

/** Most drafts that are kept, and for how long. */
const most = 50
const keptMs = 7 * 24 * 60 * 60 * 1000

/** A longer draft lasts as long as the page. */
const longest = 50_000

type Kept = Record<string, { text: string; at: number }>

/** Makes drafts of a storage, which may be missing, full or denied: they last as long as the page then. */
export function createDrafts({ storage, clock }: { storage: DraftStorage | undefined; clock: Clock }): Drafts {
  /** The latest last. */
  function readAll(): [string, Kept[string]][] {
    try {
      const known = Object.entries(Object(JSON.parse(storage?.getItem(entry) ?? '{}')))
      return known.filter((one): one is [string, Kept[string]] => isDraft(one[1]) && isRecent(one[1]))
    } catch {
      return [] // Nothing that this page wrote.
    }
  }
  const isRecent = ({ at }: Kept[string]): boolean => Math.abs(clock.now() - at) < keptMs

  return {
    read: (name) => readAll().find(([known]) => known === name)?.[1].text ?? '',
    keep(name, text) {
      if (!storage) return
      const others = readAll().filter(([known]) => known !== name)
      const isKept = text.trim() !== '' && text.length <= longest
      const next = [...others, ...(isKept ? [[name, { text, at: clock.now() }] as const] : [])].slice(-most)
      try {
        if (next.length === 0) storage.removeItem(entry)
        else storage.setItem(entry, JSON.stringify(Object.fromEntries(next)))
      } catch {
        // The storage is full or denied: the draft lasts as long as the page.
      }
    },
  }
}

function isDraft(value: unknown): value is Kept[string] {
  const { text, at } = Object(value)
  return typeof text === 'string' && typeof at === 'number'
}

/** Storage of the tab, or none where the browser denies it, e.g. in some frames. */
export function findDraftStorage(): DraftStorage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}
