import type { Connect, LiveMessage } from './liveMessage.ts'
import { parseTabMessage, type TabMessage } from './tabMessage.ts'

/** Connects, and passes messages on to all tabs, until the signal aborts. */
export function leadTabs({
  channel,
  connect,
  onMessage,
  signal,
}: {
  channel: BroadcastChannel
  connect: Connect
  onMessage: (message: LiveMessage) => void
  signal: AbortSignal
}): Promise<void> {
  let status: 'connecting' | 'live' | 'lost' = 'connecting'
  const post = (message: TabMessage): void => channel.postMessage(message)
  const respond = ({ data }: MessageEvent<unknown>): void => {
    if (parseTabMessage(data)?.kind === 'request') post({ kind: 'status', status })
  }
  channel.addEventListener('message', respond, { signal })
  connect({
    signal,
    onMessage(message) {
      if (message.kind !== 'changed') status = message.kind === 'opened' ? 'live' : 'lost'
      post(message)
      onMessage(message)
    },
  })
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
}
