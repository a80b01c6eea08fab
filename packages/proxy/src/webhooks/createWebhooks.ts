import type { Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import { describeError } from '../describeError.ts'
import { createGate } from '../limits/createGate.ts'
import { createLanes } from '../limits/createLanes.ts'
import type { ShowEvent } from '../live/createShowEvent.ts'
import type { ProxyLogger } from '../logger.ts'
import type { Metrics } from '../metrics/createMetrics.ts'
import { createChatIndex } from './createChatIndex.ts'
import { createDeliveryHandler } from './createDeliveryHandler.ts'
import { createEventHandler } from './createEventHandler.ts'
import { createReceiver, type Receiver } from './createReceiver.ts'
import type { DeliveryLog } from './deliveryLog.ts'
import { memoryDeliveries } from './memoryDeliveries.ts'
import type { WebhooksOptions } from './webhooksOptions.ts'

/** Events that are handled at a time, and those that may wait: of all chats, and of one. */
const events = { places: 200, maxWaiting: 10_000, maxPerChat: 100 }

/** Makes the receiver of the vendor's webhooks, with everything behind it. */
export function createWebhooks({
  backend,
  options,
  isSecret,
  tenant,
  conversations,
  showEvent,
  maxDeliveries,
  metrics,
  clock,
  logger,
}: {
  backend: Backend
  options: WebhooksOptions
  isSecret: (given: string) => Promise<boolean>
  tenant: string | undefined
  conversations: ConversationStore | undefined
  showEvent: ShowEvent
  maxDeliveries: number
  metrics: Pick<Metrics, 'webhookEvent'>
  clock: Clock
  logger: ProxyLogger
}): Receiver {
  const { onEvent } = options
  const log = options.deliveries ? ofTenant({ log: options.deliveries, tenant }) : memoryDeliveries({ clock })
  const { chatOf, laneOf } = createChatIndex()
  const handle = createDeliveryHandler({
    log,
    lanes: createLanes({ gate: createGate(events), maxPerKey: events.maxPerChat }),
    laneOf,
    count: metrics.webhookEvent,
    handle: createEventHandler({
      clock,
      conversations,
      onEvent: onEvent && ((event) => onEvent(event, { tenant })),
      show: ({ event, message }) => showEvent({ event, message, chat: message?.chat ?? chatOf(event) }),
    }),
    onLogFailure: (error) => {
      const fields = { reason: describeError(error) }
      logger.repeated({ level: 'error', fields, message: 'the log of webhooks failed: events may come twice' })
    },
  })
  return createReceiver({ backend, isSecret, maxDeliveries, handle, clock, logger })
}

/** Two accounts of a vendor may have events of the same key. */
function ofTenant({ log, tenant }: { log: DeliveryLog; tenant: string | undefined }): DeliveryLog {
  if (tenant === undefined) return log
  const own = (key: string): string => `${tenant}~${key}`
  return {
    claim: (key) => log.claim(own(key)),
    commit: (key) => log.commit(own(key)),
    abandon: (key) => log.abandon(own(key)),
  }
}
