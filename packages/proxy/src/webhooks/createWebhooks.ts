import type { Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import { describeError } from '../describeError.ts'
import { createGate } from '../limits/createGate.ts'
import { createLanes } from '../limits/createLanes.ts'
import type { ShowEvent } from '../live/createShowEvent.ts'
import type { ProxyLogger } from '../logger.ts'
import type { Metrics } from '../metrics/createMetrics.ts'
import type { SharedConnection } from '../processes/sharedState.ts'
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
  shared,
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
  shared: Pick<SharedConnection, 'deliveries' | 'lane' | 'chats'> | undefined
  clock: Clock
  logger: ProxyLogger
}): Receiver {
  const { onEvent } = options
  const given = options.deliveries ?? shared?.deliveries
  const log = given ? ofTenant({ log: given, tenant }) : memoryDeliveries({ clock })
  const { learn, chatOf, laneOf } = createChatIndex({ shared: shared?.chats })
  const handle = createDeliveryHandler({
    log,
    lanes: createLanes({ gate: createGate(events), maxPerKey: events.maxPerChat }),
    sharedLane: shared?.lane,
    learn,
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
  const { holds } = log
  return {
    ...(holds && { holds: (key: string) => holds(own(key)) }),
    claim: (key) => log.claim(own(key)),
    commit: (key) => log.commit(own(key)),
    abandon: (key) => log.abandon(own(key)),
  }
}
