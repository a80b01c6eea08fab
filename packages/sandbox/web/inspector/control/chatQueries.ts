import { queryOptions } from '@tanstack/react-query'
import type { ChatKey } from '../../../src/chats/events.ts'
import type { ControlChat } from '../../../src/control/chats.ts'
import type { ControlMessage } from '../../../src/control/messages.ts'
import { callControl } from './callControl.ts'

/** All chats of the account. */
export const chatsQueryOptions = () =>
  queryOptions({
    queryKey: ['chats', 'list'],
    queryFn: async () => (await callControl<{ chats: ControlChat[] }>('GET /chats')).chats,
  })

/** The messages of a chat as the customer sees them. */
export const messagesQueryOptions = ({ chatType, chatId }: ChatKey) =>
  queryOptions({
    queryKey: ['chats', 'messages', chatType, chatId],
    queryFn: async () => {
      const query = new URLSearchParams({ chatType, chatId })
      return (await callControl<{ messages: ControlMessage[] }>(`GET /messages?${query}`)).messages
    },
  })
