import type { Allowed, ConversationChannel } from '@crm-chat/react/conversation'
import type { ChatsSource } from './chatsSource.ts'
import type { ChatsState } from './chatsState.ts'
import type { Channel, Chat } from './conversation.ts'
import { describeChannel } from './describeChannel.ts'

const hourMs = 60 * 60 * 1000

/** Transports that accept free replies for a time after the customer's last message only. */
const windows: Partial<Record<string, Pick<ConversationChannel, 'messenger' | 'replyWindow'>>> = {
  wapi: { messenger: 'WhatsApp Business', replyWindow: { ms: 24 * hourMs, afterwards: 'templates' } },
  instagram: { messenger: 'Instagram', replyWindow: { ms: 7 * 24 * hourMs, afterwards: 'nothing' } },
}

interface Parameters {
  chat: Pick<Chat, 'chatType'>
  state: Pick<ChatsState, 'channels' | 'clockOffsetMs' | 'userId'>
  source: Pick<ChatsSource, 'changeableMs' | 'largestFileBytes'>
}

/** Returns all that staff may do in a chat. */
export function toAllowed({ chat, state: { channels, clockOffsetMs, userId }, source }: Parameters): Allowed {
  const { changeableMs, largestFileBytes } = source
  const toChannel = (channel: Channel): ConversationChannel => ({
    id: channel.channelId,
    name: describeChannel(channel),
    works: channel.works,
    isFitting: channel.chatTypes.includes(chat.chatType),
    changes: channel.changes,
    changeableMs,
    messenger: channel.transport,
    ...windows[channel.transport],
  })
  const templates = chat.chatType === 'whatsapp' ? (['template'] as const) : []
  return {
    can: ['send', 'file', 'caption', 'quote', 'edit', 'delete', 'jump', ...templates],
    channels: channels.map(toChannel),
    largestFileBytes,
    longestText: 10_000,
    clockOffsetMs,
    userId,
  }
}
