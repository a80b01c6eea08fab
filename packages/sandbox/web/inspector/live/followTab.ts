import { startInterval, startTimer, type Timer } from '../../ui/timers.ts'
import type { LiveMessage } from './liveMessage.ts'
import { parseTabMessage, type TabMessage } from './tabMessage.ts'

/** Interval between two checks of the connected tab, and the time within which it must respond. */
const checkEveryMs = 15_000
const respondWithinMs = 3_000

/**
 * Listens to the connected tab. A visible tab checks that it responds, because a browser may suspend a hidden one.
 * @returns a function that stops it
 */
export function followTab({
  channel,
  onMessage,
  onSilence,
}: {
  channel: BroadcastChannel
  onMessage: (message: LiveMessage) => void
  onSilence: () => void
}): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  let waiting: Timer | undefined
  let status: 'connecting' | 'live' | 'lost' = 'connecting'

  const check = (): void => {
    channel.postMessage({ kind: 'request' } satisfies TabMessage)
    if (document.visibilityState === 'visible') waiting ??= startTimer(onSilence, respondWithinMs)
  }
  const report = (message: LiveMessage): void => {
    if (message.kind !== 'changed') status = message.kind === 'opened' ? 'live' : 'lost'
    onMessage(message)
  }
  const handle = ({ data }: MessageEvent<unknown>): void => {
    const message = parseTabMessage(data)
    if (!message || message.kind === 'request') return
    clearTimeout(waiting)
    waiting = undefined
    if (message.kind !== 'status') report(message)
    else if (message.status === 'live' && status !== 'live') report({ kind: 'opened' })
    else if (message.status === 'lost' && status !== 'lost') report({ kind: 'lost' })
  }
  channel.addEventListener('message', handle, { signal })
  document.addEventListener('visibilitychange', check, { signal })
  const timer = startInterval(check, checkEveryMs)
  check()
  return () => {
    clearTimeout(waiting)
    clearInterval(timer)
    stopping.abort()
  }
}
