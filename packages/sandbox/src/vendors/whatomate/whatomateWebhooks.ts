import { createHmac } from 'node:crypto'
import { and, eq, min } from 'drizzle-orm'
import type { VendorWebhooks, WebhookEvent } from '../../server/webhooks/vendorWebhooks.ts'
import type { Change } from '../../store/changes.ts'
import { getChatName } from '../../store/entities/chats.ts'
import { isInChat } from '../../store/entities/messages.ts'
import { chats, type Message, messages } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import type { Transfer } from './changes.ts'
import { getExtras } from './messageExtras.ts'
import { getPerson, type Person } from './people.ts'
import { spellEvent } from './spellEvent.ts'
import { toTime } from './toContact.ts'
import { toBody, toType } from './toMessage.ts'
import { accountName } from './whatsappAccount.ts'

/** Webhooks of a Whatomate server: messages and new contacts, but no statuses. They are signed if there is a secret. */
export const whatomateWebhooks: VendorWebhooks = {
  vendor: 'whatomate',
  isAccepted: (status) => status >= 200 && status < 300,
  timeoutMs: 10_000,
  toRetries: () => [2_000, 4_000], // Three attempts in all.
  async toEvents({ store, change, quirks }) {
    const timestamp = toTime(store.clock.now())
    const events = await toNamedEvents(store, change)
    return events.map(({ event, data }) => ({
      event,
      body: { event: spellEvent(event, quirks), timestamp, data },
    })) satisfies WebhookEvent[]
  },
  toHeaders({ endpoint, body }) {
    const agent = { 'user-agent': 'Whatomate-Webhook/1.0' }
    if (endpoint.secret === null) return agent
    const signature = createHmac('sha256', endpoint.secret).update(body).digest('hex')
    return { ...agent, 'x-webhook-signature': `sha256=${signature}` }
  },
}

interface NamedEvent {
  event: string
  data: unknown
}

async function toNamedEvents(store: Store, change: Change): Promise<NamedEvent[]> {
  switch (change.kind) {
    case 'message':
      return toMessageEvents(store, change.message)
    case 'whatomateContact': {
      const person = await getPerson(store, { contactId: change.contactId })
      return person ? [toCreated(person)] : []
    }
    case 'transfer':
      return toTransferEvents(store, change.transfer)
    default:
      return []
  }
}

async function toMessageEvents(store: Store, message: Message): Promise<NamedEvent[]> {
  const { messageId, chatType, chatId, direction } = message
  if (chatType !== 'whatsapp') return []
  const person = await getPerson(store, { phone: chatId })
  if (!person) return []
  const data = {
    message_id: messageId,
    contact_id: person.contactId,
    contact_phone: chatId,
    contact_name: await getChatName(store.database, message),
    message_type: toType(message, await getExtras(store.database, messageId)),
    content: toBody(message),
    whatsapp_account: accountName,
    direction,
  }
  const added = { event: toEventName(message), data }
  return (await isNew(store, { person, message })) ? [toCreated(person), added] : [added]
}

/** Messages written on the company's phone have another event than those of agents and programs. */
function toEventName({ direction, source }: Message): string {
  if (direction === 'incoming') return 'message.incoming'
  return source === 'phone' ? 'message.outgoing' : 'message.sent'
}

/** True if the message is the first of its chat, with which the server creates the contact. */
async function isNew({ database }: Store, { person, message }: { person: Person; message: Message }): Promise<boolean> {
  const { chatType, chatId } = message
  const [chat] = await database
    .select()
    .from(chats)
    .where(and(eq(chats.chatType, chatType), eq(chats.chatId, chatId)))
  if (chat?.createdAt !== person.createdAt) return false
  const [first] = await database
    .select({ position: min(messages.position) })
    .from(messages)
    .where(isInChat(message))
  return first?.position === message.position
}

function toCreated({ contactId: contact_id, phone: contact_phone, profileName: contact_name }: Person): NamedEvent {
  return { event: 'contact.created', data: { contact_id, contact_phone, contact_name } }
}

/** No known document shows the data, which has the names that clients read. */
async function toTransferEvents(store: Store, { phone, change, agentId: agent_id }: Transfer): Promise<NamedEvent[]> {
  const person = await getPerson(store, { phone })
  if (!person) return []
  const data = { contact_id: person.contactId, contact_phone: phone, agent_id }
  return [{ event: `transfer.${change}`, data }]
}
