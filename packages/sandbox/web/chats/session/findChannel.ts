import type { WindowChannel, WindowChat } from '../../../src/chats/events.ts'
import { toKey } from './chatKey.ts'
import type { ChatsState } from './chatsState.ts'

/** The company's account that an answer in a chat goes through: the chosen one, else that of the last message, else the first that works. */
export function findChannel(state: ChatsState, chat: WindowChat): WindowChannel | undefined {
  const { channels, chosenChannels } = state
  const find = (id: string | undefined) => channels.find(({ channelId }) => channelId === id)
  return (
    find(chosenChannels[toKey(chat)]) ??
    find(chat.lastMessage?.channelId) ??
    channels.find(({ chatTypes, works }) => works && chatTypes.includes(chat.chatType))
  )
}
