import { createHmac } from 'node:crypto'
import type { Change } from '../store/changes.ts'
import { getChatName } from '../store/chats.ts'
import type { Message } from '../store/messages.ts'
import type { Store } from '../store/openStore.ts'
import type { VendorWebhooks, WebhookEvent } from '../webhooks/vendorWebhooks.ts'
import { getExtras } from './messageExtras.ts'
import { getPerson } from './people.ts'
import { toTime } from './toContact.ts'
import { toType } from './toMessage.ts'
import { accountName } from './whatsappAccount.ts'

/** How a Whatomate server tells of changes: messages and new contacts, signed where there is a secret. No statuses. */
export const whatomateWebhooks: VendorWebhooks = {
  vendor: 'whatomate',
  isTaken: (status) => status >= 200 && status < 300,
  timeoutMs: 10_000,
  toRetries: () => [2_000, 4_000], // Three attempts; then it is given up.
  async toEvents({ store, change }) {
    const timestamp = toTime(store.clock.now())
    const told = await tell(store, change)
    return told.map(({ event, data }) => ({ event, body: { event, timestamp, data } })) satisfies WebhookEvent[]
  },
  toHeaders({ endpoint, body }) {
    const agent = { 'user-agent': 'Whatomate-Webhook/1.0' }
    if (endpoint.secret === null) return agent
    const signature = createHmac('sha256', endpoint.secret).update(body).digest('hex')
    return { ...agent, 'x-webhook-signature': `sha256=${signature}` }
  },
}

interface Told {
  event: string
  data: unknown
}

async function tell(store: Store, change: Change): Promise<Told[]> {
  if (change.kind === 'message') return tellOfMessage(store, change.message)
  if (change.kind !== 'whatomateContact') return []
  const person = await getPerson(store, { contactId: change.contactId })
  if (!person) return []
  const { contactId: contact_id, phone: contact_phone, profileName: contact_name } = person
  return [{ event: 'contact.created', data: { contact_id, contact_phone, contact_name } }]
}

async function tellOfMessage(store: Store, message: Message): Promise<Told[]> {
  const { messageId, chatType, chatId, text, direction } = message
  if (chatType !== 'whatsapp') return []
  const person = await getPerson(store, { phone: chatId })
  if (!person) return []
  const data = {
    message_id: messageId,
    contact_id: person.contactId,
    contact_phone: chatId,
    contact_name: await getChatName(store.database, message),
    message_type: toType(message, await getExtras(store.database, messageId)),
    content: text ?? '',
    whatsapp_account: accountName,
    direction,
  }
  return [{ event: direction === 'incoming' ? 'message.incoming' : 'message.sent', data }]
}
