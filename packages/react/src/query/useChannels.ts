'use client'

import type { ChatError } from '@crm-chat/core'
import type { Channel } from '@crm-chat/protocol'
import type { UseQueryResult } from '@tanstack/react-query'
import { useChat } from '../useChat.ts'
import { channelQuery, channelsQuery } from './channelsQuery.ts'
import { type ChatQueryOptions, useChatQuery } from './useChatQuery.ts'

/**
 * The company's accounts in the messengers. They load again when the proxy tells of a change.
 * @example
 * const { data: channels = [] } = useChannels()
 */
export function useChannels<Data = Channel[]>(
  options?: ChatQueryOptions<Channel[], Data, readonly ['channels']>,
): UseQueryResult<Data, ChatError> {
  return useChatQuery(channelsQuery(useChat()), options)
}

/** One channel. */
export function useChannel<Data = Channel>({
  channelId,
  ...options
}: { channelId: string } & ChatQueryOptions<Channel, Data, readonly ['channels', string]>): UseQueryResult<
  Data,
  ChatError
> {
  return useChatQuery(channelQuery(useChat(), { channelId }), options)
}
