import * as z from 'zod'
import { toUnansweredValue, type WatchUnansweredParameters } from '../unanswered/unansweredValue.ts'
import { watchSocket } from '../unanswered/watchSocket.ts'
import type { WazzupV2Client } from './client.ts'

/** Data of the `apiV2IframeConnecting` event, which the page emits on every connect. */
export const counterRequestSchema = z.object({
  apiKey: z.string(),
  userId: z.union([z.string(), z.number()]).transform(String),
})
/** Data of the `apiV2Notify` event. */
export const counterNotifySchema = z.object({
  counter: z.union([z.int().nonnegative(), z.string().regex(/^\d+$/).transform(Number)]),
})

/**
 * Watches how many chats of a user are unanswered (socket `apiV2IframeConnecting` → `apiV2Notify`). API V2 does not say
 * who is responsible, so a count above 0 is red. It reconnects by itself, with jitter, from half a second up to half a
 * minute apart; about once a minute after the vendor has refused the connection. Hosts with Socket.IO 2.x are reached
 * in their protocol.
 * @returns a function that ends the watch.
 * @see CRM API V2, "Unanswered messages counter"
 */
export function watchUnanswered(client: WazzupV2Client, parameters: WatchUnansweredParameters): () => void {
  const { userId, onValue, onOutage } = parameters
  const { clock, random } = client.http
  return watchSocket({
    locate: () => client.counterUrl,
    options: {},
    protocol: client.counterProtocol,
    greeting: { event: 'apiV2IframeConnecting', data: () => ({ apiKey: client.apiKey(), userId }) },
    valueEvent: 'apiV2Notify',
    clock,
    random,
    onData(data) {
      const notify = counterNotifySchema.safeParse(data)
      if (notify.success) onValue(toUnansweredValue({ count: notify.data.counter, now: clock.now() }))
    },
    onOutage: (outage) => onOutage?.(outage),
  })
}
