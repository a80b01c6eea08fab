import { drawQr } from '../channels/drawQr.ts'
import type { Quirks } from '../quirks/createQuirks.ts'
import type { Channel } from '../store/channels.ts'
import { hasContact } from '../store/contacts.ts'
import { getMessage, type Message } from '../store/messages.ts'
import type { Store } from '../store/openStore.ts'
import type { ToldChange, VendorWebhooks, WebhookEvent } from '../webhooks/vendorWebhooks.ts'
import { saveCreated } from './saveCreated.ts'
import { toV3State } from './toV3State.ts'
import { toWebhookMessage, toWebhookStatus } from './toWebhookMessage.ts'

/** How API v3 tells of changes: in words, to the one address of the account. @see API v3, "Webhooks" */
export const wazzupV3Webhooks: VendorWebhooks = {
  vendor: 'wazzup-v3',
  contentType: 'application/json; charset-utf-8', // Spelt like this by the vendor.
  toEvents,
  toHeaders: ({ endpoint }) => (endpoint.secret === null ? {} : { authorization: `Bearer ${endpoint.secret}` }),
  onAnswer: saveCreated,
}

async function toEvents({ store, change, quirks }: ToldChange): Promise<WebhookEvent[]> {
  switch (change.kind) {
    case 'message':
      return [await toMessages(store, change.message), ...(await toCreation(store, change.message))]
    case 'deleted':
      return [await toMessages(store, change.message)]
    case 'edited':
      return [toStatuses([{ messageId: change.message.messageId, timestamp: now(store), status: 'edited' }])]
    case 'status':
      return [
        toStatuses(await Promise.all(change.messageIds.map((id) => toStatus({ store, messageId: id, ...change })))),
      ]
    case 'channel':
      return [await toChannelUpdate({ channel: change.channel, at: store.clock.now(), quirks })]
    case 'template': {
      const { templateGuid, name, status } = change.template
      return [{ event: 'templateStatus', body: { templateStatus: { templateGuid, name, status } } }]
    }
    default:
      return []
  }
}

async function toMessages(store: Store, message: Message): Promise<WebhookEvent> {
  return { event: 'messagesAndStatuses', body: { messages: [await toWebhookMessage(store, message)] } }
}

async function toStatus(parameters: { store: Store; messageId: string; status: Message['status'] }): Promise<unknown> {
  const { store, messageId, status } = parameters
  const failed = status === 'failed' ? await getMessage(store.database, messageId) : undefined
  return toWebhookStatus({ messageId, status, failure: failed?.failure ?? null, now: now(store) })
}

function toStatuses(statuses: unknown[]): WebhookEvent {
  return { event: 'messagesAndStatuses', body: { statuses } }
}

async function toChannelUpdate({
  channel: { channelId, state, qr },
  at,
  quirks,
}: {
  channel: Channel
  at: number
  quirks: Quirks
}): Promise<WebhookEvent> {
  const update = {
    channelId,
    state: toV3State({ state, quirks }),
    timestamp: at,
    ...(state === 'qr' && qr !== null ? { qr: await drawQr(qr) } : {}),
    ...(state === 'qridle' ? { qridle: true } : {}),
  }
  return { event: 'channelsUpdates', body: { channelsUpdates: [update] } }
}

/** Asks the CRM to create a contact for a customer it does not know yet. */
async function toCreation(store: Store, message: Message): Promise<WebhookEvent[]> {
  const { chatType, chatId, direction } = message
  if (direction !== 'incoming' || (await hasContact(store.database, { chatType, chatId }))) return []
  const { contact } = await toWebhookMessage(store, message)
  const createContact = {
    responsibleUserId: null,
    name: contact?.name ?? chatId,
    contactData: [{ chatType, chatId }],
    source: 'auto',
  }
  return [{ event: 'contactsAndDealsCreation', body: { createContact } }]
}

function now(store: Store): string {
  return new Date(store.clock.now()).toISOString()
}
