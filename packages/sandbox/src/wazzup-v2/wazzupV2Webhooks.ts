import { type MessageStatusCode, messageStatusCodes, type WebhookMessage } from '@crm-chat/vendors/wazzup-v2'
import { detectMessageType } from '../files/detectMessageType.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import { type Channel, listChannels } from '../store/channels.ts'
import type { Message } from '../store/messages.ts'
import type { Store } from '../store/openStore.ts'
import type { ToldChange, VendorWebhooks, WebhookEvent } from '../webhooks/vendorWebhooks.ts'
import { toV2Channel } from './toV2Channel.ts'
import { toV2ChatId } from './toV2ChatId.ts'

/** Everything that V2 sends to the account's one address. */
export const v2Events = ['messages', 'statuses', 'channels', 'channelsList']

/** How API V2 tells of changes: in numbers, and without proof of who calls. @see CRM API V2, "Webhooks" */
export const wazzupV2Webhooks: VendorWebhooks = { vendor: 'wazzup-v2', toEvents, toHeaders: () => ({}) }

async function toEvents({ store, change, quirks }: ToldChange): Promise<WebhookEvent[]> {
  switch (change.kind) {
    case 'message':
      return [toEvent('messages', [toMessage({ message: change.message, quirks })])]
    case 'status': {
      const status = codeOf(change.status)
      return [
        toEvent(
          'statuses',
          change.messageIds.map((messageId) => ({ messageId, status })),
        ),
      ]
    }
    case 'channel':
      return toChannelEvents({ store, ...change })
    default:
      return []
  }
}

async function toChannelEvents({
  store,
  event,
  channel,
}: {
  store: Store
  event: 'create' | 'status' | 'qr' | 'delete'
  channel: Channel
}): Promise<WebhookEvent[]> {
  if (event === 'qr') return []
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
    status: message.direction === 'incoming' ? 99 : codeOf(message.status),
    ...(text === null ? {} : { text }),
    ...(content === null ? {} : { content }),
    authorType: authorTypeOf(message),
    ...(authorName === null ? {} : { authorName }),
  }
}

const typeCodes = { text: 1, image: 2, audio: 3, video: 4, document: 5 } as const

/** Written on the phone, in the chats window, through an API, or by the customer. */
function authorTypeOf({ direction, source }: Message): number {
  if (direction === 'incoming') return 99
  return { phone: 0, window: 1, api: 9 }[source ?? 'api']
}

const codeNames = {
  inbound: 'incoming',
  sending: 'processing',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'internalError',
} as const

function codeOf(status: Message['status']): MessageStatusCode {
  const found = Object.entries(messageStatusCodes).find(([, name]) => name === codeNames[status])
  return Number(found?.[0]) as MessageStatusCode // Object.entries forgets that the keys are codes.
}
