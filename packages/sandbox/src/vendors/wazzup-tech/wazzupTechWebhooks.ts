import type { WebhookEventName } from '@crm-chat/vendors/wazzup-tech'
import { getTier } from '../../messengers/channels/changeTier.ts'
import { drawQr } from '../../messengers/channels/qr.ts'
import { findContactRequest } from '../../messengers/crmRequests/findContactRequest.ts'
import type { VendorWebhooks, WebhookEvent } from '../../server/webhooks/vendorWebhooks.ts'
import type { Change, ContactRequest, DealRequest } from '../../store/changes.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Channel, Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { toSeconds } from './respondData.ts'
import { saveCreated } from './saveCreated.ts'
import { toTechStatus, toTechTransport } from './toTechChannel.ts'
import { toTechMessage, toTechMessageStatus } from './toTechMessage.ts'

/** Webhooks of the tech API: one call per event, unsigned. @see https://wazzup24.com/help/api/webhooks/ */
export const wazzupTechWebhooks: VendorWebhooks = {
  vendor: 'wazzup-tech',
  toHeaders: () => ({}),
  toRetries: ({ quirks, status = 500 }) =>
    quirks.isOn('wazzup-tech.webhookRetries') && (status === 429 || status >= 500) ? [10_000, 60_000] : [],
  onResponse: saveCreated,
  async toEvents({ store, change }) {
    const events = await toTechEvents(store, change)
    const timestamp = toSeconds(store.clock.now())
    return events.map(({ event, data }) => ({
      event,
      body: { event, data, meta: { idempotency_key: store.ids.next('event'), timestamp } },
    })) satisfies WebhookEvent[]
  },
}

interface TechEvent {
  event: WebhookEventName
  data: unknown
}

async function toTechEvents(store: Store, change: Change): Promise<TechEvent[]> {
  switch (change.kind) {
    case 'message':
      return [...(await toMessageEvents(store, change.message)), ...(await toContactRequests(store, change.message))]
    case 'edited':
      return [{ event: 'message.edit', data: [await toTechMessage(store, change.message)] }]
    case 'deleted': {
      const { messageId: message_id, channelId: channel_id, chatType: chat_type, chatId: chat_id } = change.message
      const data = [{ message_id, channel_id, recipient: { chat_type, chat_id }, timestamp: store.clock.now() }]
      return [{ event: 'message.delete', data }]
    }
    case 'status':
      return [{ event: 'message.status_update', data: await toStatuses(store, change.messageIds) }]
    case 'contactRequested':
      return [toContactRequest(change.request)]
    case 'dealRequested':
      return toDealRequests(change.request)
    case 'group':
      return [toGroupEvent(change)]
    case 'channel':
      return toChannelEvents(change)
    case 'dump': {
      const { exportId: export_id, status, url } = change.dump
      return [{ event: 'messages_dump.status_update', data: { export_id, status, url } }]
    }
    case 'template': {
      const { templateGuid: template_id, name, status } = change.template
      return [{ event: 'waba_template.status_update', data: { template_id, name, status } }]
    }
    default:
      return []
  }
}

/** A message sent through this API is reported by its status only. */
async function toMessageEvents(store: Store, message: Message): Promise<TechEvent[]> {
  if (message.direction === 'outgoing' && message.source === 'api') return []
  return [{ event: 'message.add', data: [await toTechMessage(store, message)] }]
}

/** Requests a contact from the CRM for an unknown customer. */
async function toContactRequests(store: Store, message: Message): Promise<TechEvent[]> {
  const request = await findContactRequest(store, message)
  return request ? [toContactRequest(request)] : []
}

/** No known document shows the body. Some clients read `recipient`, others `contact_data`; `source` is named as in API v3. */
function toContactRequest({ chat, name, responsibleUserId: responsible_user_id, source }: ContactRequest): TechEvent {
  const recipient = [{ chat_type: chat.chatType, chat_id: chat.chatId }]
  const data = { responsible_user_id, name, recipient, contact_data: recipient, source }
  return { event: 'crm_entities.contact_add', data }
}

/** No known document shows the body, which is named after API v3's `createDeal`. */
function toDealRequests({
  contactId,
  responsibleUserId: responsible_user_id,
  source,
  vendor,
}: DealRequest): TechEvent[] {
  if (vendor !== undefined && vendor !== 'wazzup-tech') return []
  return [{ event: 'crm_entities.deal_add', data: { responsible_user_id, contacts: [contactId], source } }]
}

/** No known document shows the bodies, whose fields are named as in `message.add`. */
function toGroupEvent({ event, channelId: channel_id, group }: Extract<Change, { kind: 'group' }>): TechEvent {
  const { chatType: chat_type, chatId: chat_id, name } = group
  const chat = { channel_id, chat_type, chat_id }
  if (event === 'details') return { event: 'group_chat.update', data: { ...chat, name } }
  const members = group.members.map((member) => ({ chat_id: member.memberId, name: member.name }))
  return { event: 'group_chat.memberships_update', data: { ...chat, members } }
}

async function toStatuses(store: Store, messageIds: string[]): Promise<unknown[]> {
  const rows = await Promise.all(messageIds.map((id) => getMessage(store.database, id)))
  return rows.flatMap((message) => (message ? [toTechMessageStatus(message, store.clock.now())] : []))
}

async function toChannelEvents({ event, channel }: Extract<Change, { kind: 'channel' }>): Promise<TechEvent[]> {
  const { channelId: channel_id, transport, qr } = channel
  const status = { channel_id, ...toTechStatus(channel.state) }
  const platform = toTechTransport(transport)
  if (event === 'delete') return [{ event: 'channel.delete', data: { channel_id, transport: platform } }]
  if (event === 'tier') return [{ event: 'channel.waba_tier_update', data: { channel_id, tier: getTier(channel) } }]
  if (event === 'create') return [{ event: 'channel.create', data: toCreated(channel) }]
  const events: TechEvent[] = [{ event: 'channel.status_update', data: status }]
  if (event === 'qr' && qr !== null)
    events.push({ event: 'channel.qr_update', data: [{ channel_id, platform, qr_code: await drawQr(qr) }] })
  return events
}

function toCreated({ channelId: channel_id, transport, name, state }: Channel) {
  return { channel_id, transport: toTechTransport(transport), name, ...toTechStatus(state) }
}
