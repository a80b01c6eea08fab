import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type ChatLookupQuery,
  chatLookupSchema,
  contactOfChatSchema,
  type NewContactOfChat,
  waitingChatSchema,
} from '../../api/chat.ts'
import { pageSchema } from '../../api/page.ts'
import { toQuery } from '../../api/toQuery.ts'
import { itemsKey, refreshItems } from '../items/itemKeys.ts'
import { fromPageStart } from '../requests/pageStart.ts'
import { sendRequest } from '../requests/sendRequest.ts'

const waitingSchema = pageSchema(waitingChatSchema)

/** The chats whose customers wait for a reply, the longest wait first. */
export function waitingQueryOptions() {
  const request = { path: '/waiting?limit=100', schema: waitingSchema }
  return queryOptions({
    queryKey: [...itemsKey, 'waiting'],
    queryFn: ({ signal }) => sendRequest({ ...request, signal }),
    ...fromPageStart({ ...request, toData: (data) => data }),
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
