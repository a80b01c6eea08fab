import type { Session } from '@crm-chat/protocol'
import type { Connect, ConnectParameters } from '../unanswered/connection.ts'
import { followTab } from './followTab.ts'
import { leadTabs } from './leadTabs.ts'
import { type OwnConnection, startOwn } from './ownConnection.ts'

/** Returns true where tabs can find each other: in browsers on secure pages, not on a server. */
export function canFindTabs(): boolean {
  return typeof document === 'object' && 'locks' in navigator && typeof BroadcastChannel === 'function'
}

/** Parameters of {@link connectOnce}. */
export interface ConnectOnceParameters {
  /** Path or address of the proxy. */
  endpoint: string
  readSession: () => Promise<Session>
  /** Returns false for a user whose values the page must not show. @default every user is the page's */
  isOwnUser?: (userId: string) => boolean
  connect: Connect
  /** @default navigator.locks */
  locks?: Pick<LockManager, 'request'>
}

/**
 * Connects in one tab of the browser only. The others get their values from that tab, and take over when it closes,
 * crashes or falls silent. Each tab begins with a connection of its own, so that its first value waits for no other tab.
 */
export function connectOnce(parameters: ConnectOnceParameters): Connect {
  const { connect, locks = navigator.locks } = parameters
  return async ({ signal, onEvent }) => {
    const own = startOwn({ connect, signal, onEvent, lead: 0 })
    const name = await nameTabsOfUser(parameters)
    if (name === undefined) return own.done
    await shareAmongTabs({ name, connect, locks, signal, onEvent, own })
  }
}

/** Tabs of one user at one proxy share a name, whatever page they show. Another user has another name. */
async function nameTabsOfUser(parameters: ConnectOnceParameters): Promise<string | undefined> {
  const { endpoint, readSession, isOwnUser = () => true } = parameters
  try {
    const { user } = await readSession()
    if (!isOwnUser(user.id)) return undefined // The login changed since the tab's own connection opened.
    return `crm-chat ${new URL(endpoint, document.baseURI).href} ${user.id}`
  } catch {
    return undefined // Nobody is logged in, or the proxy is away: the tab's own connection reports the reason.
  }
}

interface ShareParameters extends ConnectParameters {
  name: string
  connect: Connect
  locks: Pick<LockManager, 'request'>
  own: OwnConnection
}

/** Waits for the lock that the connected tab holds and follows that tab meanwhile, again and again. */
async function shareAmongTabs({ name, connect, locks, signal, onEvent, own }: ShareParameters): Promise<void> {
  const channel = new BroadcastChannel(name)
  let mine: OwnConnection | undefined = own
  let isSilent = false
  let newestLead = 0
  const dropMine = (): void => {
    mine?.stop()
    mine = undefined
  }
  while (!signal.aborted) {
    const silence = new AbortController()
    const stopFollowing = followTab({
      channel,
      onUpdate: ({ event, lead }) => {
        if (lead < newestLead) return false
        newestLead = lead
        if (event) {
          dropMine()
          onEvent(event, lead)
        }
        return true
      },
      onSilence: () => silence.abort(),
    })
    const options = isSilent ? { steal: true } : { signal: AbortSignal.any([signal, silence.signal]) }
    try {
      await locks.request(name, options, async () => {
        stopFollowing()
        newestLead = Math.max(Date.now(), newestLead + 1)
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

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
