import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'
import type { Channel, Chat } from './conversation.ts'

/** The open chat, unless it has left the list. */
export function findActive({ chats, activeKey }: ChatsState): Chat | undefined {
  return chats?.find((chat) => toKey(chat) === activeKey)
}

/** The channel for replies in a chat: the chosen one, else that of the last message, else the first working one. */
export function findChannel(state: ChatsState, chat: Chat): Channel | undefined {
  const { channels, chosenChannels } = state
  const find = (id: string | undefined) => channels.find(({ channelId }) => channelId === id)
  return (
    find(chosenChannels[toKey(chat)]) ??
    find(chat.lastMessage?.channelId) ??
    channels.find(({ chatTypes, works }) => works && chatTypes.includes(chat.chatType))
  )
}

const hourMs = 60 * 60 * 1000

/** Time after the customer's last message in which a messenger accepts free-form replies. */
const windowsMs: Partial<Record<string, number>> = { wapi: 24 * hourMs, instagram: 7 * 24 * hourMs }

/**
 * Finds the reason for a closed reply window: WABA then accepts only templates.
 * @returns undefined while it is open, or before the messages are loaded.
 */
export function findClosed(state: ChatsState, chat: Chat): 'waba' | 'instagram' | undefined {
  const channel = findChannel(state, chat)
  const windowMs = channel && windowsMs[channel.transport]
  const thread = state.threads[toKey(chat)]
  if (!windowMs || thread?.status !== 'ready') return undefined
  const now = Date.now() + state.clockOffsetMs
  if (now - (thread.heardAt[channel.channelId] ?? 0) <= windowMs) return undefined
  return channel.transport === 'wapi' ? 'waba' : 'instagram'
}
