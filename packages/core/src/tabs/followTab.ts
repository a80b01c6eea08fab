import type { ConnectionEvent } from '../unanswered/connection.ts'
import { parseTabMessage, type TabMessage } from './tabMessage.ts'

/** Parameters of {@link followTab}. */
export interface FollowTabParameters {
  channel: BroadcastChannel
  onEvent: (event: ConnectionEvent) => void
  /** The connected tab does not answer although this one is looked at: a browser may have suspended it. */
  onSilence: () => void
}

/** How often a tab that is looked at asks, and how long the answer may take. */
const askEveryMs = 15_000
const answerWithinMs = 3_000

/** Hears from the tab that is connected. @returns a function that stops it */
export function followTab({ channel, onEvent, onSilence }: FollowTabParameters): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const ask = (): void => {
    channel.postMessage({ kind: 'ask' } satisfies TabMessage)
    if (document.visibilityState === 'visible') waiting ??= setTimeout(onSilence, answerWithinMs)
  }
  const handleMessage = ({ data }: MessageEvent<unknown>): void => {
    const message = parseTabMessage(data)
    if (message?.kind !== 'tell') return
    clearTimeout(waiting)
    waiting = undefined
    if (message.event) onEvent(message.event)
  }
  channel.addEventListener('message', handleMessage)
  document.addEventListener('visibilitychange', ask)
  const asking = setInterval(ask, askEveryMs)
  ask()
  return () => {
    clearTimeout(waiting)
    clearInterval(asking)
    channel.removeEventListener('message', handleMessage)
    document.removeEventListener('visibilitychange', ask)
  }
}
