import { messagesDumpStatusSchema } from '../wazzup-tech/messagesDumpStatus.ts'
import type {
  WebhookChannel,
  WebhookContact,
  WebhookDeal,
  WebhookGroup,
  WebhookMessagesDump,
  WebhookTemplate,
} from '../wazzup-tech/webhookPayloads.ts'
import type { ChannelEvent, ChatEvent, ContactEvent, DealEvent, ExportEvent, GroupEvent } from './chatEvent.ts'
import { defined } from './defined.ts'
import { toUnknownEvent } from './toUnknownEvent.ts'

const vendor = 'wazzup-tech'

/** A channel that was created, has another status, or wants its QR code scanned. */
export function toChannelEvent(item: WebhookChannel, raw: unknown): ChannelEvent {
  const { channel_id: channelId, qr_code: qr, name, tier } = item
  const state = item.status ?? item.state ?? (qr ? 'qr' : 'unknown')
  const reason = item.reason === 'null' ? undefined : item.reason
  return {
    kind: 'channel',
    vendor,
    channel: {
      channelId,
      state: state.toLowerCase().replaceAll('_', ''),
      ...defined({ transport: item.transport ?? item.platform, plainId: item.phone ?? item.username }),
      ...defined({ name, reason, qr, tier }),
    },
    raw,
  }
}

/** A channel that is gone. */
export function toChannelDeletedEvent({ channel_id: channelId }: WebhookChannel, raw: unknown): ChatEvent {
  return { kind: 'channelDeleted', vendor, channelId, raw }
}

/** A template Meta has judged. */
export function toTemplateEvent(item: WebhookTemplate, raw: unknown): ChatEvent {
  const templateId = item.template_id ?? item.template_guid ?? item.id
  if (!templateId) return toUnknownEvent({ vendor, type: 'waba_template.status_update', raw })
  const details = defined({ name: item.name ?? item.title, reason: item.reason ?? item.rejected_reason })
  return { kind: 'template', vendor, templateId, status: item.status.toLowerCase(), ...details, raw }
}

/** A group chat that changed. */
export function toGroupEvent(change: GroupEvent['change']): (item: WebhookGroup, raw: unknown) => GroupEvent {
  return ({ channel_id: channelId, chat_type, chat_id: chatId, name }, raw) => ({
    kind: 'group',
    vendor,
    change,
    ...defined({ channelId, chat: chatId ? { chatType: chat_type ?? 'whatsgroup', chatId } : undefined, name }),
    raw,
  })
}

/** A contact the CRM is to create. */
export function toContactEvent(item: WebhookContact, raw: unknown): ContactEvent {
  const { responsible_user_id: responsibleUserId, name } = item
  const entries = item.recipient ?? item.contact_data ?? []
  const chats = entries.flatMap(({ chat_type: chatType, chat_id: chatId }) => (chatId ? [{ chatType, chatId }] : []))
  return { kind: 'contact', vendor, wanted: true, contact: { ...defined({ name, responsibleUserId }), chats }, raw }
}

/** A deal the CRM is to create. */
export function toDealEvent(item: WebhookDeal, raw: unknown): DealEvent {
  const { responsible_user_id: responsibleUserId, contacts: contactIds } = item
  return { kind: 'deal', vendor, wanted: true, deal: { ...defined({ responsibleUserId }), contactIds }, raw }
}

/** An export of messages that got further. */
export function toExportEvent({ export_id: exportId, status, url }: WebhookMessagesDump, raw: unknown): ExportEvent {
  const known = messagesDumpStatusSchema.safeParse(status)
  return { kind: 'export', vendor, exportId, status: known.data ?? 'unknown', ...defined({ url }), raw }
}
