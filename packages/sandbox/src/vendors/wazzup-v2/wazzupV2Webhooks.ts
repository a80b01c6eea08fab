import type { WebhookMessage } from '@crm-chat/vendors/wazzup-v2'
import { detectMessageType } from '../../messengers/files/detectFileType.ts'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import type { ChangeParameters, VendorWebhooks, WebhookEvent } from '../../server/webhooks/vendorWebhooks.ts'
import { listChannels } from '../../store/entities/channels.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Channel, Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { toV2Channel, toV2ChatId, toV2Status } from './toV2.ts'

/** All events that V2 sends to the account's only endpoint. */
export const v2Events = ['messages', 'statuses', 'channels', 'channelsList']

/** Webhooks of API V2: numeric codes, unauthenticated. @see CRM API V2, "Webhooks" */
export const wazzupV2Webhooks: VendorWebhooks = { vendor: 'wazzup-v2', toEvents, toHeaders: () => ({}) }

async function toEvents({ store, change, quirks }: ChangeParameters): Promise<WebhookEvent[]> {
  switch (change.kind) {
    case 'message':
      return [toEvent('messages', [toMessage({ message: change.message, quirks })])]
    case 'status': {
      const { messageIds } = change
      const [first = ''] = messageIds // Messages fail one by one.
      const failure = change.status === 'failed' ? await getFailure(store, first) : null
      const status = toV2Status({ status: change.status, failure })
      return [
        toEvent(
          'statuses',
          messageIds.map((messageId) => ({ messageId, status })),
        ),
      ]
    }
    case 'channel':
      return toChannelEvents({ store, ...change })
    default:
      return []
  }
}

async function getFailure({ database }: Store, messageId: string): Promise<string | null> {
  return (await getMessage(database, messageId))?.failure ?? null
}

async function toChannelEvents({
  store,
  event,
  channel,
}: {
  store: Store
  event: 'create' | 'status' | 'qr' | 'tier' | 'delete'
  channel: Channel
}): Promise<WebhookEvent[]> {
  if (event === 'qr' || event === 'tier') return []
  if (event === 'status') return [toEvent('channels', [toV2Channel(channel)])]
  return [toEvent('channelsList', (await listChannels(store.database)).map(toV2Channel))]
}

function toEvent(event: string, items: unknown[]): WebhookEvent {
  return { event, body: { [event]: items } }
}

function toMessage({ message, quirks }: { message: Message; quirks: Quirks }): Omit<WebhookMessage, 'chatId'> {
  const { messageId, channelId, chatType, chatId, text, content, authorName } = message
  return {
    messageId,
    channelId,
    chatType,
    chatId: toV2ChatId({ chatId, quirks }),
    dateTime: message.sentAt,
    type: typeCodes[detectMessageType(message)],
    status: toV2Status(message),
    ...(text === null ? {} : { text }),
    ...(content === null ? {} : { content }),
    authorType: toAuthorType(message),
    ...(authorName === null ? {} : { authorName }),
  }
}

const typeCodes = {
  ...{ text: 1, image: 2, audio: 3, video: 4, document: 5 },
  ...{ location: 0, contact: 0, unsupported: 0, missedCall: 21 }, // 0 stands for all that it does not show.
} as const

/** The number for the origin of a message: phone, chats window, API, or customer. */
function toAuthorType({ direction, source }: Message): number {
  if (direction === 'incoming') return 99
  return { phone: 0, window: 1, api: 9 }[source ?? 'api']
}
