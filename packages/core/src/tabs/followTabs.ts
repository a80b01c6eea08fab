import type { Clock } from '../clock.ts'
import type { ConnectionEvent, ConnectParameters } from '../unanswered/connection.ts'
import { isOutdated } from '../unanswered/isOutdated.ts'
import { followTab } from './followTab.ts'
import { leadTabs } from './leadTabs.ts'
import type { OwnConnection } from './ownConnection.ts'

/** Parameters of {@link followTabs}. */
export interface FollowTabsParameters extends ConnectParameters {
  clock: Clock
  channel: BroadcastChannel
  /** Name of the lock that the connected tab holds. */
  name: string
  locks: Pick<LockManager, 'request'>
  /** Starts a connection of this tab, with the time at which it takes over. */
  start: (lead: number) => OwnConnection
  /** Connection that this tab has until it hears of another one's. */
  own: OwnConnection | undefined
  /** Time at which this tab took over before; 0 if it never did. */
  lead: number
}

/** Waits for the lock that the connected tab holds and follows that tab meanwhile, again and again, until the signal aborts. */
export async function followTabs(parameters: FollowTabsParameters): Promise<void> {
  const { name, clock, channel, locks, start, signal, onEvent } = parameters
  let mine = parameters.own
  let newestLead = parameters.lead
  let isSilent = false
  const dropMine = (): void => {
    mine?.stop()
    mine = undefined
  }
  const handleOffline = (): void => {
    if (!mine) onEvent({ kind: 'loss', code: 'network', retryable: true }, newestLead)
  }
  window.addEventListener('offline', handleOffline, { signal }) // The connected tab may be suspended.
  while (!signal.aborted) {
    const silence = new AbortController()
    const stopFollowing = followTab({
      channel,
      clock,
      onUpdate: ({ event, lead }) => {
        if (lead < newestLead || isBehind({ event, lead, mine })) return false
        newestLead = lead
        if (event) {
          dropMine()
          onEvent(event, lead)
        }
        return true
      },
      onSilence: () => {
        if (mine || document.visibilityState === 'visible') silence.abort()
        else newestLead = 0 // Its clock may have been set back since the last one took over.
      },
    })
    const options = isSilent ? { steal: true } : { signal: AbortSignal.any([signal, silence.signal]) }
    try {
      await locks.request(name, options, async () => {
        stopFollowing()
        newestLead = Math.max(clock.now(), newestLead + 1)
        mine ??= start(newestLead)
        await leadTabs({ channel, own: mine, lead: newestLead })
      })
    } catch (error) {
      if (Object(error).name !== 'AbortError') throw error
    } finally {
      stopFollowing()
    }
    isSilent = silence.signal.aborted
    if (!isSilent) dropMine() // Another tab has taken the lock, or it is all over.
  }
  await mine?.done
}

/** Returns true while a tab's own connection works, and the connected tab's has no value, or an older one. */
function isBehind({
  event,
  lead,
  mine,
}: {
  event: ConnectionEvent | null
  lead: number
  mine: OwnConnection | undefined
}): boolean {
  const own = mine?.latest()
  if (own?.kind !== 'value' || own.value.status !== 'live') return false
  return event?.kind !== 'value' || isOutdated({ ...event, lead }, { ...own, lead: 0 })
}
