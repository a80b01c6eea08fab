import type { Clock } from '../clock.ts'
import type { Connect, ConnectParameters } from '../unanswered/connection.ts'
import { waitToRetry } from '../waitToRetry.ts'
import { leadTabs } from './leadTabs.ts'
import { type OwnConnection, startOwn } from './ownConnection.ts'

/** Returns true where tabs can find each other and agree on one: in browsers on secure pages. */
export function canFindTabs(): boolean {
  return 'locks' in navigator && typeof BroadcastChannel === 'function'
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
  const { endpoint, clock, connect, locks = navigator.locks } = parameters
  return async ({ signal, onEvent }) => {
    const { own, userId } = await startNamed({ ...parameters, signal, onEvent })
    if (userId === undefined) return
    // Tabs of one user at one proxy share a name, whatever page they show. Another user has another name.
    const name = `crm-chat ${new URL(endpoint, document.baseURI).href} ${userId}`
    const channel = new BroadcastChannel(name)
    const lead = await leadIfFirst({ name, channel, clock, locks, own })
    const start = (newLead: number): OwnConnection => startOwn({ connect, signal, onEvent, lead: newLead })
    const following = { clock, channel, name, locks, signal, onEvent, start, lead, own: lead > 0 ? undefined : own }
    const loss = { kind: 'loss', code: 'network', retryable: true } as const
    const handleOffline = (): void => {
      if (!following.own) onEvent(loss, following.lead)
    }
    globalThis.window?.addEventListener('offline', handleOffline, { signal }) // The connected tab may be suspended.
    while (!signal.aborted) {
      try {
        await (await import('../seldom.ts')).seldom.followTabs(following)
      } catch {
        if (!following.own) onEvent(loss, following.lead)
        await waitToRetry({ ms: askAgainMs, clock, signal })
      }
    }
    channel.close()
  }
}

interface LeadParameters extends Required<Pick<ConnectOnceParameters, 'clock' | 'locks'>> {
  name: string
  channel: BroadcastChannel
  own: OwnConnection
}

/** Is the connected tab, if no other one is, until another one takes over. Returns the time at which it took over, or 0. */
async function leadIfFirst({ name, channel, clock, locks, own }: LeadParameters): Promise<number> {
  let lead = 0
  try {
    await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      lead = clock.now()
      await leadTabs({ channel, own, lead })
    })
  } catch (error) {
    if (Object(error).name !== 'AbortError') await own.done // No locks here, e.g. in a sandboxed frame.
  }
  if (lead > 0) own.stop() // Another tab has taken the lock.
  return lead
}

/** Times after which the session is asked for the user, whom most connections name at once. */
const askFirstMs = 1000
const askAgainMs = 30_000

/** Starts the tab's own connection. Returns it once it is known whose it is; without a user once it has ended before. */
async function startNamed(
  parameters: ConnectOnceParameters & ConnectParameters,
): Promise<{ own: OwnConnection; userId: string | undefined }> {
  const { clock, readUser } = parameters
  let stopAsking: (() => void) | undefined
  let name = (_: string): void => undefined
  const named = new Promise<string>((resolve) => {
    name = resolve
  })
  const own = startOwn({ ...parameters, onUser: name, lead: 0 })
  const askAfter = (ms: number): void => {
    stopAsking = clock.after(ms, () => readUser().then(name, () => stopAsking && askAfter(askAgainMs)))
  }
  askAfter(askFirstMs)
  const userId = await Promise.race([named, own.done.then(() => undefined)])
  stopAsking?.()
  stopAsking = undefined
  return { own, userId }
}
