import { startInterval } from '../../ui/timers.ts'
import type { Connect } from './liveMessage.ts'

const everyMs = 2_000

/**
 * Reports every two seconds that anything may have changed, while the page is visible. Requests are short, so that any
 * number of tabs stays within a browser's six connections to a host.
 */
export const pollChanges: Connect = ({ signal, onMessage }) => {
  let isLive = false
  let isPolling = false

  async function poll(): Promise<void> {
    if (isPolling || document.visibilityState === 'hidden') return
    isPolling = true
    const isUp = await isReachable(signal)
    isPolling = false
    if (signal.aborted) return
    if (!isUp) onMessage({ kind: 'lost' })
    else onMessage(isLive ? { kind: 'changed' } : { kind: 'opened' })
    isLive = isUp
  }

  const timer = startInterval(poll, everyMs)
  document.addEventListener('visibilitychange', poll, { signal })
  signal.addEventListener('abort', () => clearInterval(timer))
  void poll()
}

async function isReachable(signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch('/livez', { signal })).ok
  } catch {
    return false
  }
}
