import * as z from 'zod'
import { pollUnanswered } from '../unanswered/pollUnanswered.ts'
import { toUnansweredValue, type UnansweredValue, type WatchUnansweredParameters } from '../unanswered/unanswered.ts'
import { watchSocket } from '../unanswered/watchSocket.ts'
import type { WazzupV3Client } from './client.ts'
import { fetchCounterOrigin } from './counterHost.ts'
import { counterUpdateSchema, fetchUnanswered } from './unanswered.ts'

/** Data of the `counterConnecting` event. */
export const counterConnectingSchema = z.object({
  type: z.literal('api_v3'),
  apiKey: z.string(),
  userId: z.union([z.string(), z.number()]).transform(String),
})

/**
 * Watches how many chats of a user are unanswered: over a socket (`counterConnecting` → `counterUpdate`), whose host is
 * looked up before each connection, and with `GET /v3/unanswered/{userId}` for the first value and while the socket is
 * down. A vendor that counts the new way says whether the user is responsible (red) or others are (grey).
 * @returns a function that ends the watch.
 * @see API v3, "Unanswered counter"
 */
export function watchUnanswered(client: WazzupV3Client, parameters: WatchUnansweredParameters): () => void {
  const { userId, onValue } = parameters
  const { clock, random } = client.http
  const state = announceChanges(parameters)
  const ended = new AbortController()
  let stopPolling: (() => void) | undefined
  let heard = 0
  const stopSocket = watchSocket({
    locate: (signal) => fetchCounterOrigin(client, signal),
    options: { path: '/ws-counters/', transports: ['websocket', 'polling'] },
    protocol: client.counterProtocol,
    greeting: {
      event: 'counterConnecting',
      data: () => ({ type: 'api_v3', apiKey: client.apiKey(), userId }),
    },
    valueEvent: 'counterUpdate',
    clock,
    random,
    onData(data) {
      const value = toValue({ data, now: clock.now() })
      if (!value) return
      heard += 1
      onValue(value)
    },
    onConnected() {
      stopPolling?.()
      stopPolling = undefined
      state.connected()
      const before = heard
      // The socket tells changes; what the count is now is on no record to come by itself.
      const first = fetchUnanswered(client, userId, { signal: ended.signal })
      first.then((value) => heard === before && !ended.signal.aborted && onValue(toPlain(value))).catch(ignore)
    },
    onOutage(outage) {
      if (!stopPolling) state.outage(outage)
      stopPolling ??= pollUnanswered({
        fetchValue: async (signal) => toPlain(await fetchUnanswered(client, userId, { signal })),
        startAfterMs: random() * 5_000,
        everyMs: client.pollEveryMs,
        clock,
        random,
        onValue,
        onConnected: state.connected,
        onOutage: state.outage,
      })
    },
  })
  return () => {
    ended.abort()
    stopSocket()
    stopPolling?.()
  }
}

/** Says that values come, or do not, only when that is news. */
function announceChanges({ onConnected, onOutage }: WatchUnansweredParameters): {
  connected: () => void
  outage: NonNullable<WatchUnansweredParameters['onOutage']>
} {
  let said: string | undefined
  return {
    connected() {
      if (said !== 'connected') onConnected?.()
      said = 'connected'
    },
    outage(outage) {
      if (said !== outage) onOutage?.(outage)
      said = outage
    },
  }
}

function toValue({ data, now }: { data: unknown; now: number }): UnansweredValue | undefined {
  const update = counterUpdateSchema.safeParse(data)
  const count = update.data?.counterV2 ?? update.data?.counter
  return typeof count === 'number' ? toUnansweredValue({ count, tone: update.data?.type, now }) : undefined
}

function toPlain({ count, tone, at }: UnansweredValue): UnansweredValue {
  return { count, tone, at }
}

/** A first value that cannot be had (a sidecar key may not ask) is no outage: the socket will tell. */
function ignore(): void {}
