import type { Clock } from '../clock.ts'
import { parseTabMessage, type TabMessage } from './tabMessage.ts'

/** Parameters of {@link followTab}. */
export interface FollowTabParameters {
  channel: BroadcastChannel
  clock: Clock
  /** Takes each message of the connected tab. Returns false for one that does not show that it is connected. */
  onUpdate: (update: Extract<TabMessage, { kind: 'update' }>) => boolean
  /** The connected tab does not respond: a browser may have suspended it, or it has lost its connection. */
  onSilence: () => void
}

/** Interval between two requests, and the time within which a response must come. */
const requestEveryMs = 15_000
const respondWithinMs = 3_000

/** Listens to the tab that is connected. @returns a function that stops listening */
export function followTab({ channel, clock, onUpdate, onSilence }: FollowTabParameters): () => void {
  let stopRequesting = (): void => undefined
  let stopWaiting: (() => void) | undefined
  const request = (): void => {
    channel.postMessage({ kind: 'request' } satisfies TabMessage)
    stopWaiting ??= clock.after(respondWithinMs, () => {
      stopWaiting = undefined
      onSilence()
    })
    stopRequesting()
    stopRequesting = clock.after(requestEveryMs, request)
  }
  const handleMessage = ({ data }: MessageEvent<unknown>): void => {
    const message = parseTabMessage(data)
    if (message?.kind !== 'update' || !onUpdate(message)) return
    stopWaiting?.()
    stopWaiting = undefined
  }
  channel.addEventListener('message', handleMessage)
  document.addEventListener('visibilitychange', request)
  request()
  return () => {
    stopWaiting?.()
    stopRequesting()
    channel.removeEventListener('message', handleMessage)
    document.removeEventListener('visibilitychange', request)
  }
}
