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
  /** Connection that this tab has until it hears of another one's. Kept up to date, for the case that locks fail. */
  own: OwnConnection | undefined
  /** Time at which the newest tab took over; 0 if none did. Kept up to date. */
  lead: number
}

/** Waits for the lock that the connected tab holds and follows that tab meanwhile, again and again, until the signal aborts. */
export async function followTabs(parameters: FollowTabsParameters): Promise<void> {
  const { name, clock, channel, locks, start, signal, onEvent } = parameters
  const state: Pick<FollowTabsParameters, 'own' | 'lead'> = parameters
  let isSilent = false
  const dropOwn = (): void => {
    state.own?.stop()
    state.own = undefined
  }
  while (!signal.aborted) {
    const silence = new AbortController()
    const stopFollowing = followTab({
      channel,
      clock,
      onUpdate: ({ event, lead }) => {
        if (lead < state.lead || isBehind({ event, lead, own: state.own })) return false
        state.lead = lead
        if (event) {
          dropOwn()
          onEvent(event, lead)
        }
        return true
      },
      onSilence: () => {
        if (state.own || document.visibilityState === 'visible') silence.abort()
        else state.lead = 0 // Its clock may have been set back since the last one took over.
      },
    })
    const options = isSilent ? { steal: true } : { signal: AbortSignal.any([signal, silence.signal]) }
    try {
      await locks.request(name, options, async () => {
        stopFollowing()
        state.lead = Math.max(clock.now(), state.lead + 1)
        state.own ??= start(state.lead)
        await leadTabs({ channel, own: state.own, lead: state.lead })
      })
    } catch (error) {
      if (Object(error).name !== 'AbortError') throw error
    } finally {
      stopFollowing()
    }
    isSilent = silence.signal.aborted
    if (!isSilent) dropOwn() // Another tab has taken the lock, or it is all over.
  }
  await state.own?.done
}

/** Returns true while a tab's own connection works, and the connected tab's has no value, or an older one. */
function isBehind({
  event,
  lead,
  own,
}: {
  event: ConnectionEvent | null
  lead: number
  own: OwnConnection | undefined
}): boolean {
  const latest = own?.latest()
  if (latest?.kind !== 'value' || latest.value.status !== 'live') return false
  return event?.kind !== 'value' || isOutdated({ ...event, lead }, { ...latest, lead: 0 })
}
