import type { ChatClient } from '@crm-chat/core'
import type { Channel } from '@crm-chat/protocol'
import { parseChannel, parseChannelList } from '@crm-chat/protocol/wire/parseChannels'
import { type ChatQuery, chatQuery } from './chatQuery.ts'

/**
 * Query of the company's accounts in the messengers, with the key `[...chatKey(chat), 'channels']`. Its errors are
 * {@link ChatError}s.
 * @example
 * await queryClient.prefetchQuery(channelsQuery(createChat({ endpoint, fetch, userId })))
 */
export function channelsQuery(chat: ChatClient): ChatQuery<Channel[], readonly ['channels']> {
  return chatQuery({
    chat,
    name: ['channels'],
    request: { operation: 'channels', parse: (data) => parseChannelList(data)?.channels },
  })
}

/** Query of one channel, with the key `[...chatKey(chat), 'channels', channelId]`. */
export function channelQuery(
  chat: ChatClient,
  { channelId }: { channelId: string },
): ChatQuery<Channel, readonly ['channels', string]> {
  const path = `channels/${encodeURIComponent(channelId)}`
  return chatQuery({
    chat,
    name: ['channels', channelId],
    request: { operation: 'channel', path, parse: parseChannel },
  })
}
