import type { WebhookEventName } from '@crm-chat/vendors/wazzup-tech'
import { getTier } from '../../messengers/channels/changeTier.ts'
import { drawQr } from '../../messengers/channels/qr.ts'
import { findContactRequest } from '../../messengers/crmRequests/findContactRequest.ts'
import type { VendorWebhooks, WebhookEvent } from '../../server/webhooks/vendorWebhooks.ts'
import type { Change, ContactRequest, DealRequest } from '../../store/changes.ts'
import { getMessage } from '../../store/entities/messages.ts'
import type { Channel, Message } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { toSeconds } from './answerData.ts'
import { saveCreated } from './saveCreated.ts'
import { toTechStatus, toTechTransport } from './toTechChannel.ts'
import { toTechMessage, toTechMessageStatus } from './toTechMessage.ts'

/** Webhooks of the tech API: one call per event, unsigned. @see https://wazzup24.com/help/api/webhooks/ */
export const wazzupTechWebhooks: VendorWebhooks = {
  vendor: 'wazzup-tech',
  toHeaders: () => ({}),
  toRetries: ({ quirks, status = 500 }) =>
    quirks.isOn('wazzup-tech.webhookRetries') && (status === 429 || status >= 500) ? [10_000, 60_000] : [],
  onAnswer: saveCreated,
  async toEvents({ store, change }) {
    const told = await tell(store, change)
    const timestamp = toSeconds(store.clock.now())
    return told.map(({ event, data }) => ({
      event,
      body: { event, data, meta: { idempotency_key: store.ids.next('event'), timestamp } },
    })) satisfies WebhookEvent[]
  },
}

interface Told {
  event: WebhookEventName
  data: unknown
}

async function tell(store: Store, change: Change): Promise<Told[]> {
  switch (change.kind) {
    case 'message':
      return [...(await tellOfMessage(store, change.message)), ...(await askForContact(store, change.message))]
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
      return [tellOfContact(change.request)]
    case 'dealRequested':
      return tellOfDeal(change.request)
    case 'group':
      return [tellOfGroup(change)]
    case 'channel':
      return tellOfChannel(change)
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
async function tellOfMessage(store: Store, message: Message): Promise<Told[]> {
  if (message.direction === 'outgoing' && message.source === 'api') return []
  return [{ event: 'message.add', data: [await toTechMessage(store, message)] }]
}

/** Asks the CRM to create a contact for a customer it does not know yet. */
async function askForContact(store: Store, message: Message): Promise<Told[]> {
  const wanted = await findContactRequest(store, message)
  return wanted ? [tellOfContact(wanted)] : []
}

/** Some clients read `recipient`, others `contact_data`; `source` is named as in API v3: no document on record shows the body. */
function tellOfContact({ chat, name, responsibleUserId: responsible_user_id, source }: ContactRequest): Told {
  const recipient = [{ chat_type: chat.chatType, chat_id: chat.chatId }]
  const data = { responsible_user_id, name, recipient, contact_data: recipient, source }
  return { event: 'crm_entities.contact_add', data }
}

/** Named after API v3's `createDeal`: no document on record shows the body. */
function tellOfDeal({ contactId, responsibleUserId: responsible_user_id, source, vendor }: DealRequest): Told[] {
  if (vendor !== undefined && vendor !== 'wazzup-tech') return []
  return [{ event: 'crm_entities.deal_add', data: { responsible_user_id, contacts: [contactId], source } }]
}

/** No document on record shows the bodies: fields are named as in `message.add`. */
function tellOfGroup({ event, channelId: channel_id, group }: Extract<Change, { kind: 'group' }>): Told {
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

async function tellOfChannel({ event, channel }: Extract<Change, { kind: 'channel' }>): Promise<Told[]> {
  const { channelId: channel_id, transport, qr } = channel
  const status = { channel_id, ...toTechStatus(channel.state) }
  const platform = toTechTransport(transport)
  if (event === 'delete') return [{ event: 'channel.delete', data: { channel_id, transport: platform } }]
  if (event === 'tier') return [{ event: 'channel.waba_tier_update', data: { channel_id, tier: getTier(channel) } }]
  if (event === 'create') return [{ event: 'channel.create', data: toCreated(channel) }]
  const told: Told[] = [{ event: 'channel.status_update', data: status }]
  if (event === 'qr' && qr !== null)
    told.push({ event: 'channel.qr_update', data: [{ channel_id, platform, qr_code: await drawQr(qr) }] })
  return told
}

function toCreated({ channelId: channel_id, transport, name, state }: Channel) {
  return { channel_id, transport: toTechTransport(transport), name, ...toTechStatus(state) }
}
