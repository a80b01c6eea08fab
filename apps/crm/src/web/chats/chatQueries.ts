import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type ChatLookupQuery,
  chatLookupSchema,
  contactOfChatSchema,
  type NewContactOfChat,
  waitingChatSchema,
} from '../../api/chat.ts'
import { pageSchema } from '../../api/page.ts'
import { itemsKey, refreshItems } from '../items/itemKeys.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { toQuery } from '../requests/toQuery.ts'

const waitingSchema = pageSchema(waitingChatSchema)

/** The chats whose customers wait for a reply, the longest wait first. */
export function waitingQueryOptions() {
  return queryOptions({
    queryKey: [...itemsKey, 'waiting'],
    queryFn: ({ signal }) => sendRequest({ path: '/waiting?limit=100', schema: waitingSchema, signal }),
  })
}

/** Finds whose chat it is, now. */
export function lookUpChat(queryClient: QueryClient, chat: ChatLookupQuery) {
  return queryClient.fetchQuery({
    queryKey: [...itemsKey, 'lookup', chat],
    queryFn: ({ signal }) => sendRequest({ path: `/chats/lookup${toQuery(chat)}`, schema: chatLookupSchema, signal }),
    staleTime: 0,
  })
}

/** Makes a stranger who wrote a contact of the user. */
export function useAddContactOfChat() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewContactOfChat) => sendRequest({ path: '/chats/contacts', schema: contactOfChatSchema, body }),
    onSuccess: () => refreshItems(queryClient),
  })
}
