import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { OperationError } from '../errors.ts'
import type { Lanes } from '../limits/createLanes.ts'
import type { SharedLane } from '../processes/sharedState.ts'
import type { Claim, DeliveryLog } from './deliveryLog.ts'
import { toKeyedEvents } from './toKeyedEvents.ts'

/** One call of the vendor, read. */
export interface Delivery {
  events: ChatEvent[]
  body: Uint8Array
}

/** An event that was claimed. */
interface Entry {
  event: ChatEvent
  key: string
  claim: Claim
}

/**
 * Creates a function that handles each event of a delivery once, those of one chat in order. It rejects unless all were
 * handled; the vendor's next try gets those that were not.
 */
export function createDeliveryHandler({
  log,
  lanes,
  sharedLane = (_, task) => task(() => true),
  learn,
  laneOf,
  handle,
  count = () => {},
  onLogFailure,
}: {
  log: DeliveryLog
  lanes: Lanes
  /** Keeps the order of a lane across processes. */
  sharedLane?: SharedLane | undefined
  /** Called before {@link laneOf}. */
  learn: (events: readonly ChatEvent[]) => Promise<void>
  /** Names the chat of an event, or whatever else its order belongs to. */
  laneOf: (event: ChatEvent) => string
  handle: (event: ChatEvent) => Promise<void>
  /** Notes what became of an event. */
  count?: (outcome: 'handled' | 'duplicate' | 'failed') => void
  /** Called where a handled event could not be noted: it may come again. */
  onLogFailure: (error: unknown) => void
}): (delivery: Delivery) => Promise<void> {
  const abandon = (key: string): Promise<void> => log.abandon(key).catch(onLogFailure)

  async function claimAll(keyed: { event: ChatEvent; key: string }[]): Promise<Entry[]> {
    const claims = await Promise.allSettled(keyed.map(({ key }) => log.claim(key)))
    const entries = claims.flatMap((claim, index) => {
      const own = keyed[index]
      return own && claim.status === 'fulfilled' ? [{ ...own, claim: claim.value }] : []
    })
    const failed = claims.find((claim) => claim.status === 'rejected')
    if (!failed) return entries
    await Promise.all(entries.filter(isClaimed).map(({ key }) => abandon(key)))
    throw failed.reason
  }

  /** Handles the events of one lane. What another delivery handles at the moment is waited for, outside of the lane. */
  async function handleLane([lane, entries]: [string, Entry[]]): Promise<void> {
    const open = new Set(entries.filter(isClaimed))
    try {
      const cut = await firstAbandoned(entries)
      const own = entries.slice(0, cut).filter(isClaimed)
      if (own.length > 0) await lanes(lane, () => sharedLane(lane, (isHeld) => handleAll({ own, open, isHeld })))
      if (cut < entries.length) throw notHandled()
    } finally {
      for (const _ of open) count('failed')
      await Promise.all([...open].map(({ key }) => abandon(key)))
    }
  }

  async function handleAll({
    own,
    open,
    isHeld,
  }: {
    own: Entry[]
    open: Set<Entry>
    isHeld: () => boolean
  }): Promise<void> {
    for (const entry of own) {
      if (!isHeld() || log.holds?.(entry.key) === false) throw notHandled() // Another process may have it now.
      await handle(entry.event)
      open.delete(entry)
      count('handled')
      await log.commit(entry.key).catch(onLogFailure)
    }
  }

  return async ({ events, body }) => {
    await learn(events)
    const { keyed, ownKeys } = await toKeyedEvents({ events, body })
    const entries = await claimAll(keyed)
    for (const entry of entries) if (!isClaimed(entry)) count('duplicate')
    const results = await Promise.allSettled([...byLane({ entries, laneOf })].map(handleLane))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
    await Promise.all(ownKeys.map(abandon))
  }
}

function isClaimed({ claim }: Entry): boolean {
  return claim.status === 'claimed'
}

/** Index of the first event that another delivery could not handle; the number of events where there is none. */
async function firstAbandoned(entries: Entry[]): Promise<number> {
  const outcomes = await Promise.all(entries.map(({ claim }) => (claim.status === 'pending' ? claim.outcome : 'done')))
  const index = outcomes.indexOf('abandoned')
  return index < 0 ? entries.length : index
}

function byLane({ entries, laneOf }: { entries: Entry[]; laneOf: (event: ChatEvent) => string }): Map<string, Entry[]> {
  const lanes = new Map<string, Entry[]>()
  for (const entry of entries) {
    const lane = laneOf(entry.event)
    const own = lanes.get(lane)
    if (own) own.push(entry)
    else lanes.set(lane, [entry])
  }
  return lanes
}

function notHandled(): OperationError {
  return new OperationError({ code: 'busy', message: 'The event was not handled.', retryAfterMs: 5_000 })
}
