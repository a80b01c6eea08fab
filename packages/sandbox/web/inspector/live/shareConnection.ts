import { followTab } from './followTab.ts'
import { leadTabs } from './leadTabs.ts'
import type { Connect, LiveMessage } from './liveMessage.ts'

/** Parameters of {@link shareConnection}. */
export interface ShareConnectionParameters {
  /** Connects the tab that holds the lock. */
  connect: Connect
  /** Connects each tab of a browser without locks, e.g. on plain http at another name than localhost. */
  connectAlone: Connect
  onMessage: (message: LiveMessage) => void
  signal: AbortSignal
  /** @default navigator.locks */
  locks?: Pick<LockManager, 'request'> | undefined
}

/** Name of the lock and of the channel. */
const name = 'crm-chat-sandbox live'

/**
 * Connects in one tab of the browser, which passes its messages on to the others. When it closes, crashes or stops
 * responding, another tab connects.
 */
export async function shareConnection(parameters: ShareConnectionParameters): Promise<void> {
  const { connectAlone, onMessage, signal, locks = navigator.locks as LockManager | undefined } = parameters
  try {
    if (!locks) throw new DOMException('No locks.', 'NotSupportedError')
    await takeTurns({ ...parameters, locks })
  } catch {
    if (!signal.aborted) connectAlone({ signal, onMessage })
  }
}

/** Follows the connected tab until this tab gets the lock, then leads the others; again if another tab takes it. */
async function takeTurns({
  connect,
  onMessage,
  signal,
  locks,
}: ShareConnectionParameters & { locks: Pick<LockManager, 'request'> }): Promise<void> {
  const channel = new BroadcastChannel(name)
  let isSilent = false
  while (!signal.aborted) {
    const silence = new AbortController()
    const leading = new AbortController()
    const stopFollowing = followTab({ channel, onMessage, onSilence: () => silence.abort() })
    const options = isSilent ? { steal: true } : { signal: AbortSignal.any([signal, silence.signal]) }
    try {
      await locks.request(name, options, () => {
        stopFollowing()
        return leadTabs({ channel, connect, onMessage, signal: AbortSignal.any([signal, leading.signal]) })
      })
    } catch (error) {
      if (!isAbort(error)) throw error
    } finally {
      stopFollowing()
      leading.abort()
    }
    isSilent = silence.signal.aborted
  }
  channel.close()
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
