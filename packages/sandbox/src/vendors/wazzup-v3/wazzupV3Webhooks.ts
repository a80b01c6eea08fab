import { getTier } from '../../messengers/channels/changeTier.ts'
import { drawQr } from '../../messengers/channels/qr.ts'
import { findContactRequest } from '../../messengers/crmRequests/findContactRequest.ts'
import type { Quirks } from '../../server/quirks/createQuirks.ts'
import type { ChangeParameters, VendorWebhooks, WebhookEvent } from '../../server/webhooks/vendorWebhooks.ts'
import type { Change, ContactRequest, DealRequest } from '../../store/changes.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Channel, Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { saveCreated } from './saveCreated.ts'
import { toV3State } from './toV3State.ts'
import { toWebhookMessage, toWebhookStatus } from './toWebhookMessage.ts'

/** Webhooks of API v3, with one endpoint per account. @see API v3, "Webhooks" */
export const wazzupV3Webhooks: VendorWebhooks = {
  vendor: 'wazzup-v3',
  contentType: 'application/json; charset-utf-8', // Spelt like this by the vendor.
  toEvents,
  toHeaders: ({ endpoint }) => (endpoint.secret === null ? {} : { authorization: `Bearer ${endpoint.secret}` }),
  onResponse: saveCreated,
}

async function toEvents({ store, change, quirks }: ChangeParameters): Promise<WebhookEvent[]> {
  switch (change.kind) {
    case 'message':
      return [await toMessages(store, change.message), ...(await toAutoCreation(store, change.message))]
    case 'deleted':
      return [await toMessages(store, change.message, toOldInfo(change.message))]
    case 'edited':
      return [await toEdit(store, change)]
    case 'status':
      return [
        toStatuses(await Promise.all(change.messageIds.map((id) => toStatus({ store, messageId: id, ...change })))),
      ]
    case 'contactRequested':
      return [toContactCreation(change.request)]
    case 'dealRequested':
      return toDealCreation(change.request)
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

async function toMessages(store: Store, message: Message, further: object = {}): Promise<WebhookEvent> {
  const shown = { ...(await toWebhookMessage(store, message)), ...further }
  return { event: 'messagesAndStatuses', body: { messages: [shown] } }
}

/** An edit by the company in the messenger itself is sent as a status; any other is sent as the edited message. */
async function toEdit(
  store: Store,
  { message, before, via }: Extract<Change, { kind: 'edited' }>,
): Promise<WebhookEvent> {
  if (message.direction === 'incoming' || via === 'company') return toMessages(store, message, toOldInfo(before))
  return toStatuses([{ messageId: message.messageId, timestamp: now(store), status: 'edited' }])
}

function toOldInfo({ text, authorUserId, authorName }: Message): { oldInfo: object } {
  return {
    oldInfo: {
      ...(text === null ? {} : { oldText: text }),
      ...(authorUserId === null ? {} : { oldAuthorId: authorUserId }),
      ...(authorName === null ? {} : { oldAuthorName: authorName }),
    },
  }
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
  channel,
  at,
  quirks,
}: {
  channel: Channel
  at: number
  quirks: Quirks
}): Promise<WebhookEvent> {
  const { channelId, state, qr } = channel
  const tier = getTier(channel)
  const update = {
    channelId,
    state: toV3State({ state, quirks }),
    timestamp: at,
    ...(tier && { tier }),
    ...(state === 'qr' && qr !== null ? { qr: await drawQr(qr) } : {}),
    ...(state === 'qridle' ? { qridle: true } : {}),
  }
  return { event: 'channelsUpdates', body: { channelsUpdates: [update] } }
}

/** Requests a contact from the CRM for an unknown customer. */
async function toAutoCreation(store: Store, message: Message): Promise<WebhookEvent[]> {
  const request = await findContactRequest(store, message)
  return request ? [toContactCreation(request)] : []
}

function toContactCreation({ chat, name, responsibleUserId, source }: ContactRequest): WebhookEvent {
  const createContact = { responsibleUserId, name, contactData: [chat], source }
  return { event: 'contactsAndDealsCreation', body: { createContact } }
}

function toDealCreation({ contactId, responsibleUserId, source, vendor }: DealRequest): WebhookEvent[] {
  if (vendor !== undefined && vendor !== 'wazzup-v3') return []
  const createDeal = { responsibleUserId, contacts: [contactId], source }
  return [{ event: 'contactsAndDealsCreation', body: { createDeal } }]
}

function now(store: Store): string {
  return new Date(store.clock.now()).toISOString()
}
