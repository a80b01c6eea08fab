import * as z from 'zod'
import { countSchema } from '../unanswered/countSchema.ts'
import { toUnansweredValue, type WatchUnansweredParameters } from '../unanswered/unansweredValue.ts'
import { watchSocket } from '../unanswered/watchSocket.ts'
import type { WazzupV2Client } from './client.ts'

/** Data of the `apiV2IframeConnecting` event, which the page emits on every connect. */
export const counterRequestSchema = z.object({
  apiKey: z.string(),
  userId: z.union([z.string(), z.number()]).transform(String),
})
/** Data of the `apiV2Notify` event. */
export const counterNotifySchema = z.object({ counter: countSchema })

/**
 * Watches how many chats of a user are unanswered (socket `apiV2IframeConnecting` → `apiV2Notify`). API V2 does not say
 * who is responsible, so a count above 0 is red. It reconnects by itself. All watches of a client share the news about the
 * host: while it is away one of them probes it, and its success lets the others in at a bounded rate. Hosts with Socket.IO
 * 2.x are reached in their protocol.
 * @returns a function that ends the watch.
 * @see CRM API V2, "Unanswered messages counter"
 */
export function watchUnanswered(client: WazzupV2Client, parameters: WatchUnansweredParameters): () => void {
  const { onValue, ...watch } = parameters
  const { clock, random } = client.http
  return watchSocket({
    ...watch,
    locate: () => client.counterUrl,
    path: '/socket.io/',
    protocol: client.counterProtocol,
    gate: client.counterGate,
    greeting: {
      event: 'apiV2IframeConnecting',
      data: async () => ({ apiKey: await client.apiKey(), userId: watch.userId }),
    },
    valueEvent: 'apiV2Notify',
    clock,
    random,
    onData(data) {
      const notify = counterNotifySchema.safeParse(data)
      if (notify.success) onValue(toUnansweredValue({ count: notify.data.counter, now: clock.now() }))
    },
  })
}
