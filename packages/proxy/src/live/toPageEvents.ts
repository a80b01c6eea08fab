import type { Channel, ChatEvents, Export } from '@crm-chat/protocol'
import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { toChannel } from '../channels/toChannel.ts'
import type { StoredMessage } from '../conversations/messageUpdate.ts'

/** Events that come from the vendor's webhooks, by their SSE names. */
export type PageEventName = 'message' | 'status' | 'channel' | 'export'

/** An event for pages, and who may see it: the users of a chat, administrators, or everyone. */
export type PageEvent = {
  [Name in PageEventName]: { name: Name; data: ChatEvents[Name]; audience: 'chat' | 'admins' | 'everyone' }
}[PageEventName]

/**
 * Returns what pages are to know of an event. `message` is the message it is about, as it is now. A failure and a channel that does
 * not work are explained.
 */
export function toPageEvents({
  event,
  message,
  explanation,
}: {
  event: ChatEvent
  message: StoredMessage | undefined
  /** Sentence for people about this event. */
  explanation?: string | undefined
}): PageEvent[] {
  switch (event.kind) {
    case 'message':
    case 'messageDeleted':
      return message ? [{ name: 'message', data: message, audience: 'chat' }] : []
    case 'status': {
      const { messageId, requestId, status, code } = event
      const isOutdated = message !== undefined && status !== 'edited' && message.status !== status
      if (isOutdated) return []
      const data = {
        messageId,
        ...(requestId === undefined ? {} : { requestId }),
        status,
        ...(code === undefined ? {} : { code }),
        ...(status === 'failed' ? withExplanation(explanation) : {}),
      }
      return [{ name: 'status', data, audience: 'chat' }]
    }
    case 'channel':
      return [toChannelEvent({ channel: event.channel, explanation })]
    case 'channelList':
      return event.channels.map((channel) => toChannelEvent({ channel }))
    case 'channelDeleted': {
      const channel: Channel = { id: event.channelId, transport: unknownTransport, state: 'off' }
      return [{ name: 'channel', data: { channel, deleted: true }, audience: 'everyone' }]
    }
    case 'export': {
      const { exportId: id, status, url } = event
      const data: Export = {
        id,
        state: exportStates[status],
        ...(status === 'webhook_failed' && { reason: status }),
        ...(url === undefined ? {} : { url }),
      }
      return [{ name: 'export', data, audience: 'admins' }]
    }
    default:
      return []
  }
}

type ChatChannel = Extract<ChatEvent, { kind: 'channel' }>['channel']

/** Word for the connection of a channel of which an event names only the id. */
const unknownTransport = 'unknown'

/** A QR code gives the account to anyone who scans it: it is for administrators only. */
function toChannelEvent({
  channel: { channelId: id, transport, plainId: account, name, state, reason, tier, qr },
  explanation,
}: {
  channel: ChatChannel
  explanation?: string | undefined
}): PageEvent {
  const channel = toChannel({ id, transport: transport ?? unknownTransport, account, name, state, reason, tier })
  const data = { channel, ...(channel.state === 'active' ? {} : withExplanation(explanation)) }
  if (qr === undefined) return { name: 'channel', data, audience: 'everyone' }
  return { name: 'channel', data: /^data:image\//.test(qr) ? { ...data, qr } : data, audience: 'admins' }
}

function withExplanation(explanation: string | undefined): { explanation?: string } {
  return explanation === undefined ? {} : { explanation }
}

const exportStates = {
  pending: 'pending',
  processing: 'running',
  done: 'done',
  webhook_failed: 'done', // The file is there; only the vendor's call about it had failed.
  unknown: 'unknown',
} as const
