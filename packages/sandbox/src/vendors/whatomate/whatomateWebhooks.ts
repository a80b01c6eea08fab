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
import { toType } from './toMessage.ts'
import { accountName } from './whatsappAccount.ts'

/** Webhooks of a Whatomate server: messages and new contacts, signed if there is a secret. No statuses. */
export const whatomateWebhooks: VendorWebhooks = {
  vendor: 'whatomate',
  isTaken: (status) => status >= 200 && status < 300,
  timeoutMs: 10_000,
  toRetries: () => [2_000, 4_000], // Three attempts; then it is given up.
  async toEvents({ store, change, quirks }) {
    const timestamp = toTime(store.clock.now())
    const told = await tell(store, change)
    return told.map(({ event, data }) => ({
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

interface Told {
  event: string
  data: unknown
}

async function tell(store: Store, change: Change): Promise<Told[]> {
  switch (change.kind) {
    case 'message':
      return tellOfMessage(store, change.message)
    case 'whatomateContact': {
      const person = await getPerson(store, { contactId: change.contactId })
      return person ? [toCreated(person)] : []
    }
    case 'transfer':
      return tellOfTransfer(store, change.transfer)
    default:
      return []
  }
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
  const told = { event: toEventName(message), data }
  return (await isNew(store, { person, message })) ? [toCreated(person), told] : [told]
}

/** Messages written on the company's phone are distinguished from those of staff and programs. */
function toEventName({ direction, source }: Message): string {
  if (direction === 'incoming') return 'message.incoming'
  return source === 'phone' ? 'message.outgoing' : 'message.sent'
}

/** The server makes a contact with the first message of a chat, unless there was one before. */
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

function toCreated({ contactId: contact_id, phone: contact_phone, profileName: contact_name }: Person): Told {
  return { event: 'contact.created', data: { contact_id, contact_phone, contact_name } }
}

/** No document on record shows the data: these are the names that clients read. */
async function tellOfTransfer(store: Store, { phone, change, agentId: agent_id }: Transfer): Promise<Told[]> {
  const person = await getPerson(store, { phone })
  if (!person) return []
  const data = { contact_id: person.contactId, contact_phone: phone, agent_id }
  return [{ event: `transfer.${change}`, data }]
}
