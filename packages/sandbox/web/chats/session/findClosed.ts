import type { WindowChat } from '../../../src/chats/events.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'
import { findChannel } from './findChannel.ts'

const hourMs = 60 * 60 * 1000

/** How long after the customer's last message a messenger takes answers. */
const windowsMs: Partial<Record<string, number>> = { wapi: 24 * hourMs, instagram: 7 * 24 * hourMs }

/**
 * Whether the messenger takes no free answer in a chat any more, or not yet: WABA lets through templates only.
 * @returns nothing while it is open, or while nothing is known of it
 */
export function findClosed(state: ChatsState, chat: WindowChat): 'waba' | 'instagram' | undefined {
  const channel = findChannel(state, chat)
  const windowMs = channel && windowsMs[channel.transport]
  const thread = state.threads[toKey(chat)]
  if (!windowMs || thread?.status !== 'ready') return undefined
  const now = Date.now() + state.clockOffsetMs
  if (now - (thread.heardAt[channel.channelId] ?? 0) <= windowMs) return undefined
  return channel.transport === 'wapi' ? 'waba' : 'instagram'
}
