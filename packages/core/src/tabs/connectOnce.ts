import type { Clock } from '../clock.ts'
import type { Connect, ConnectionEvent, ConnectParameters } from '../unanswered/connection.ts'
import { isOutdated } from '../unanswered/isOutdated.ts'
import { followTab } from './followTab.ts'
import { leadTabs } from './leadTabs.ts'
import { type OwnConnection, startOwn } from './ownConnection.ts'

/** Returns true where tabs can find each other and agree on one: in browsers on secure pages, not on a server. */
export function canFindTabs(): boolean {
  return typeof document === 'object' && 'locks' in navigator && typeof BroadcastChannel === 'function'
}

/** Parameters of {@link connectOnce}. */
export interface ConnectOnceParameters {
  /** Path or address of the proxy. */
  endpoint: string
  clock: Clock
  connect: Connect
  /** Asks who the page's user is, where the connection does not say so. */
  readUser: () => Promise<string>
  /** @default navigator.locks */
  locks?: Pick<LockManager, 'request'>
}

/**
 * Connects in one tab of the browser only. The others get their values from that tab, and take over when it closes,
 * crashes or falls silent. Each tab begins with a connection of its own, so that its first value waits for no other tab. Once
 * that has named the user, however long this takes, the tab looks for the others.
 */
export function connectOnce(parameters: ConnectOnceParameters): Connect {
  const { endpoint, clock, connect, readUser } = parameters
  return async ({ signal, onEvent }) => {
    let stopAsking = (): void => undefined
    let isOver = false
    let own: OwnConnection | undefined
    const named = new Promise<string>((resolve) => {
      const ask = (): void => void readUser().then(resolve, () => isOver || askAfter(askAgainMs))
      const askAfter = (ms: number): void => {
        stopAsking = clock.after(ms, ask)
      }
      askAfter(askFirstMs)
      own = startOwn({ connect, signal, lead: 0, onUser: resolve, onEvent })
    })
    const userId = await Promise.race([named, own?.done])
    isOver = true
    stopAsking()
    if (!own || userId === undefined) return
    // Tabs of one user at one proxy share a name, whatever page they show. Another user has another name.
    const name = `crm-chat ${new URL(endpoint, document.baseURI).href} ${userId}`
    await shareAmongTabs({ ...parameters, name, signal, onEvent, own })
  }
}

/** Times after which the session is asked for the user, whom most connections name at once. */
const askFirstMs = 1000
const askAgainMs = 30_000

interface ShareParameters extends ConnectOnceParameters, ConnectParameters {
  name: string
  own: OwnConnection
}

/** Waits for the lock that the connected tab holds and follows that tab meanwhile, again and again. */
async function shareAmongTabs(parameters: ShareParameters): Promise<void> {
  const { name, clock, connect, locks = navigator.locks, signal, onEvent, own } = parameters
  const channel = new BroadcastChannel(name)
  let mine: OwnConnection | undefined = own
  let isSilent = false
  let newestLead = 0
  const dropMine = (): void => {
    mine?.stop()
    mine = undefined
  }
  const handleOffline = (): void => {
    if (!mine) onEvent({ kind: 'loss', code: 'network', retryable: true }, newestLead)
  }
  globalThis.window?.addEventListener('offline', handleOffline, { signal }) // The connected tab may be suspended.
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
        mine ??= startOwn({ connect, signal, onEvent, lead: newestLead })
        await leadTabs({ channel, own: mine, lead: newestLead })
      })
    } catch (error) {
      if (!isAbort(error)) break // No locks here, e.g. in a sandboxed frame.
    } finally {
      stopFollowing()
    }
    isSilent = silence.signal.aborted
    if (!isSilent) dropMine() // Another tab has taken the lock, or it is all over.
  }
  channel.close()
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

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
