/**
 * Outcome of a claim. `claimed`: the caller handles the event. `done`: it was handled. `pending`: somebody else handles it
 * at the moment, and `outcome` says how that ended; it never rejects.
 */
export type Claim =
  | { status: 'claimed' }
  | { status: 'done' }
  | { status: 'pending'; outcome: Promise<'done' | 'abandoned'> }

/** Remembers which events were handled, so that each is handled once however often it comes. */
export interface DeliveryLog {
  /** Reserves an event. A store that outlives this process must let a claim end with the process that holds it. */
  claim: (key: string) => Promise<Claim>
  /** The event was handled. */
  commit: (key: string) => Promise<void>
  /** The event was not handled, or is to be forgotten: the next claim gets it. */
  abandon: (key: string) => Promise<void>
  /** Returns false once a claim of this process has ended by itself, e.g. while the process was paused: another one may have it. */
  holds?: (key: string) => boolean
}
