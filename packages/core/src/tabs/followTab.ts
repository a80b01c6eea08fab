import { startInterval, startTimer, type Timer } from '../timers.ts'
import { parseTabMessage, type TabMessage } from './tabMessage.ts'

/** Parameters of {@link followTab}. */
export interface FollowTabParameters {
  channel: BroadcastChannel
  /** Takes each message of the connected tab. Returns false for one of a tab that has been replaced. */
  onUpdate: (update: Extract<TabMessage, { kind: 'update' }>) => boolean
  /** The connected tab does not respond although this one is visible: a browser may have suspended it. */
  onSilence: () => void
}

/** Interval between two requests of a visible tab, and the time within which a response must come. */
const requestEveryMs = 15_000
const respondWithinMs = 3_000

/** Listens to the tab that is connected. @returns a function that stops listening */
export function followTab({ channel, onUpdate, onSilence }: FollowTabParameters): () => void {
  let waiting: Timer | undefined
  const request = (): void => {
    channel.postMessage({ kind: 'request' } satisfies TabMessage)
    if (document.visibilityState === 'visible') waiting ??= startTimer(onSilence, respondWithinMs)
  }
  const handleMessage = ({ data }: MessageEvent<unknown>): void => {
    const message = parseTabMessage(data)
    if (message?.kind !== 'update' || !onUpdate(message)) return
    clearTimeout(waiting)
    waiting = undefined
  }
  channel.addEventListener('message', handleMessage)
  document.addEventListener('visibilitychange', request)
  const requesting = startInterval(request, requestEveryMs)
  request()
  return () => {
    clearTimeout(waiting)
    clearInterval(requesting)
    channel.removeEventListener('message', handleMessage)
    document.removeEventListener('visibilitychange', request)
  }
}
