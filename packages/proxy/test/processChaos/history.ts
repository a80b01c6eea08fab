/** Everything that was seen of one run. Times are milliseconds of one monotonic clock. */
export interface History {
  /** Events that the vendor sent, by chat, in its order. */
  sent: Map<string, string[]>
  /** Events of the calls that were answered with 200. */
  acknowledged: Set<string>
  /** Events that the CRM was handed, in that order. */
  taken: { name: string; processId: number; at: number }[]
  /** Events that are in the CRM's database at the end. */
  stored: string[]
  /** Events that came to pages. Each live stream counts on its own. */
  shown: { name: string; stream: string; at: number }[]
  /** Messages of pages, with what the page was told at the end. */
  sends: { id: string; outcome: 'accepted' | 'unknown' | 'refused' }[]
  /** Ids of these messages at the vendor, each as often as it was sent. */
  atVendor: string[]
  /** Processes that were killed or paused, and times without a Redis. */
  faults: Fault[]
}

/** A process that was killed or paused; without an id, the Redis of all. */
export interface Fault {
  name: string
  processId?: number
  from: number
  until: number
}

/** Makes a {@link History} in which nothing has happened. */
export function createHistory(): History {
  return {
    sent: new Map(),
    acknowledged: new Set(),
    taken: [],
    stored: [],
    shown: [],
    sends: [],
    atVendor: [],
    faults: [],
  }
}
