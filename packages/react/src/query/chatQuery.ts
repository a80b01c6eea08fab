import type { ChatClient, ChatError, ChatRequest } from '@crm-chat/core'
import { type DataTag, type QueryFunction, queryOptions, type UnusedSkipTokenOptions } from '@tanstack/react-query'
import { type ChatKey, chatKey } from './chatKey.ts'
import { retries } from './retries.ts'

/** Options for `useQuery`, `prefetchQuery` and the like. The key tells the type of its data, also to `getQueryData`. */
export type ChatQuery<Data, Name extends readonly string[]> = UnusedSkipTokenOptions<
  Data,
  ChatError,
  Data,
  readonly [...ChatKey, ...Name]
> & {
  queryKey: DataTag<readonly [...ChatKey, ...Name], Data, ChatError>
  queryFn: QueryFunction<Data, readonly [...ChatKey, ...Name]>
}

/** Parameters of {@link chatQuery}. */
export interface ChatQueryParameters<Data, Name extends readonly string[]> {
  chat: ChatClient
  /** End of its key. */
  name: Name
  request: Omit<ChatRequest<Data>, 'signal'>
}

/** Makes the options of one operation. */
export function chatQuery<Data, const Name extends readonly string[]>({
  chat,
  name,
  request,
}: ChatQueryParameters<Data, Name>): ChatQuery<Data, Name> {
  const queryKey: readonly [...ChatKey, ...Name] = [...chatKey(chat), ...name]
  const queryFn: QueryFunction<Data, typeof queryKey> = ({ signal }) => chat.request({ ...request, signal })
  return { ...queryOptions<Data, ChatError, Data, typeof queryKey>({ queryKey, queryFn, ...retries }), queryFn }
}
