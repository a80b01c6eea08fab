import type { Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import { describeError } from '../describeError.ts'
import { createGate } from '../limits/createGate.ts'
import { createLanes } from '../limits/createLanes.ts'
import type { ShowEvent } from '../live/createShowEvent.ts'
import type { ProxyLogger } from '../logger.ts'
import { createChatIndex } from './createChatIndex.ts'
import { createDeliveryHandler } from './createDeliveryHandler.ts'
import { createEventHandler } from './createEventHandler.ts'
import { createReceiver, type Receiver } from './createReceiver.ts'
import { memoryDeliveries } from './memoryDeliveries.ts'
import { secretsOf, type WebhooksOptions } from './webhooksOptions.ts'

/** Events that are handled at a time, and those that may wait: of all chats, and of one. */
const events = { places: 200, maxWaiting: 10_000, maxPerChat: 100 }

/** Makes the receiver of the vendor's webhooks, with everything behind it. */
export function createWebhooks({
  backend,
  options,
  conversations,
  showEvent,
  maxDeliveries,
  clock,
  logger,
}: {
  backend: Backend
  options: WebhooksOptions
  conversations: ConversationStore | undefined
  showEvent: ShowEvent
  maxDeliveries: number
  clock: Clock
  logger: ProxyLogger
}): Receiver {
  const { onEvent, deliveries = memoryDeliveries({ clock }) } = options
  const { chatOf, laneOf } = createChatIndex()
  const handle = createDeliveryHandler({
    log: deliveries,
    lanes: createLanes({ gate: createGate(events), maxPerKey: events.maxPerChat }),
    laneOf,
    handle: createEventHandler({
      clock,
      conversations,
      onEvent,
      show: ({ event, message }) => showEvent({ event, message, chat: message?.chat ?? chatOf(event) }),
    }),
    onLogFailure: (error) => {
      const fields = { reason: describeError(error) }
      logger.repeated({ level: 'error', fields, message: 'the log of webhooks failed: events may come twice' })
    },
  })
  return createReceiver({ backend, secrets: secretsOf(options), maxDeliveries, handle, clock, logger })
}
