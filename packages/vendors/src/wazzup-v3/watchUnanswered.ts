import * as z from 'zod'
import { pollUnanswered } from '../unanswered/pollUnanswered.ts'
import {
  type CounterOutage,
  type CounterOutageDetails,
  toUnansweredValue,
  type UnansweredValue,
  type WatchUnansweredParameters,
} from '../unanswered/unansweredValue.ts'
import { type SocketParameters, watchSocket } from '../unanswered/watchSocket.ts'
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
 * down. Vendors that count the new way say whether the user is responsible (red) or others are (grey).
 * @returns a function that ends the watch.
 * @see API v3, "Unanswered counter"
 */
export function watchUnanswered(client: WazzupV3Client, parameters: WatchUnansweredParameters): () => void {
  const ended = new AbortController()
  const news = createNews(parameters)
  const source = { client, userId: parameters.userId, isUrgent: parameters.isUrgent, onValue: news.value }
  const firstValue = createFirstValue({ ...source, signal: ended.signal })
  const polling = createPolling({ ...source, onOutage: news.outage })
  const stopSocket = watchSocket({
    ...toSocket(client, parameters),
    onData(data) {
      const value = toValue({ data, now: client.http.clock.now() })
      if (!value) return
      firstValue.drop()
      news.value(value)
    },
    onConnected() {
      polling.stop()
      news.connected()
      firstValue.fetch()
    },
    onOutage(outage, details) {
      if (!polling.isOn()) news.outage(outage, details)
      polling.start()
    },
  })
  return () => {
    ended.abort()
    stopSocket()
    polling.stop()
  }
}

/** Address and greeting of the socket. */
function toSocket(
  client: WazzupV3Client,
  { userId, isUrgent }: WatchUnansweredParameters,
): Omit<SocketParameters, 'onData' | 'onOutage'> {
  const { clock, random } = client.http
  return {
    userId,
    ...(isUrgent && { isUrgent }),
    locate: (signal) => client.counterHost.get(() => fetchCounterOrigin(client, signal)),
    path: '/ws-counters/',
    protocol: client.counterProtocol,
    gate: client.counterGate,
    onEnded: client.counterHost.forget,
    greeting: {
      event: 'counterConnecting',
      data: async () => ({ type: 'api_v3', apiKey: await client.apiKey(), userId }),
    },
    valueEvent: 'counterUpdate',
    clock,
    random,
  }
}

interface News {
  value: (value: UnansweredValue) => void
  connected: () => void
  outage: (outage: CounterOutage, details: CounterOutageDetails) => void
}

/** Passes values on, and an outage only if the last report was a different one. */
function createNews({ onValue, onOutage }: Pick<WatchUnansweredParameters, 'onValue' | 'onOutage'>): News {
  let last: CounterOutage | undefined
  const connected = (): void => {
    last = undefined
  }
  return {
    connected,
    value(value) {
      connected()
      onValue(value)
    },
    outage(outage, details) {
      if (outage !== last) onOutage?.(outage, details)
      last = outage
    },
  }
}

interface Source {
  client: WazzupV3Client
  userId: string
  isUrgent: (() => boolean) | undefined
  onValue: (value: UnansweredValue) => void
}

/**
 * Fetches the value at a connection's beginning, since the socket sends changes only. A value of the socket is newer and
 * makes it obsolete.
 */
function createFirstValue({ client, userId, onValue, signal }: Source & { signal: AbortSignal }): {
  fetch: () => void
  drop: () => void
} {
  let wanted: symbol | undefined
  return {
    fetch() {
      const request = Symbol('first value')
      wanted = request
      fetchUnanswered(client, userId, { signal })
        .then((value) => wanted === request && !signal.aborted && onValue(toPlain(value)))
        .catch(() => undefined) // A sidecar key may not ask. That is not an outage: the socket still sends changes.
    },
    drop() {
      wanted = undefined
    },
  }
}

/** Polls over HTTP while the socket is down; clients spread their first request over 5 seconds. */
function createPolling({ client, userId, isUrgent, onValue, onOutage }: Source & { onOutage: News['outage'] }): {
  isOn: () => boolean
  start: () => void
  stop: () => void
} {
  const { clock, random } = client.http
  let end: (() => void) | undefined
  return {
    isOn: () => end !== undefined,
    start() {
      end ??= pollUnanswered({
        userId,
        ...(isUrgent && { isUrgent }),
        gate: client.pollGate,
        fetchValue: async (signal) => toPlain(await fetchUnanswered(client, userId, { signal })),
        startAfterMs: random() * 5_000,
        everyMs: client.pollEveryMs,
        clock,
        random,
        onValue,
        onOutage,
      })
    },
    stop() {
      end?.()
      end = undefined
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
