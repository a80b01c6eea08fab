'use client'

import type { ChatClient, ChatError } from '@crm-chat/core'
import type { ChannelResponse } from '@crm-chat/protocol'
import { type QueryClient, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useChat } from '../useChat.ts'
import { type DeleteParameters, deleteChannel, type ReinitParameters, reinitChannel } from './channelRequests.ts'
import { channelQuery } from './channelsQuery.ts'
import { chatKey } from './chatKey.ts'

/** Nobody but the user repeats what changes a channel, nothing waits for the network, and no code or token stays in the cache. */
export const onlyOnce = { retry: false, networkMode: 'always', gcTime: 0 } as const

/** Parameters of {@link keepChannel}. */
export interface KeepChannelParameters {
  chat: ChatClient
  queryClient: QueryClient
  response: ChannelResponse
}

/** Keeps what the vendor says of a channel, and lets the list load again. */
export function keepChannel({ chat, queryClient, response: { channel } }: KeepChannelParameters): void {
  queryClient.setQueryData(channelQuery(chat, { channelId: channel.id }).queryKey, channel)
  void queryClient.invalidateQueries({ queryKey: [...chatKey(chat), 'channels'], exact: true })
}

/**
 * Connects a channel again. What the messenger asks for next comes as a `channel` event: see {@link useConnectChannel}.
 * @example
 * const { mutate: reinit } = useReinitChannel()
 * reinit({ channelId: '7' })
 */
export function useReinitChannel(): UseMutationResult<ChannelResponse, ChatError, ReinitParameters> {
  const chat = useChat()
  const queryClient = useQueryClient()
  return useMutation<ChannelResponse, ChatError, ReinitParameters>({
    mutationFn: (parameters) => reinitChannel(chat, parameters),
    onSuccess: (response) => keepChannel({ chat, queryClient, response }),
    ...onlyOnce,
  })
}

/**
 * Deletes a channel, and its chats where told so. One that is gone already is no failure.
 * @example
 * const { mutate: remove } = useDeleteChannel()
 * remove({ channelId: '7', chats: 'delete' })
 */
export function useDeleteChannel(): UseMutationResult<void, ChatError, DeleteParameters> {
  const chat = useChat()
  const queryClient = useQueryClient()
  return useMutation<void, ChatError, DeleteParameters>({
    mutationFn: (parameters) => deleteChannel(chat, parameters),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [...chatKey(chat), 'channels'] }),
    ...onlyOnce,
  })
}
