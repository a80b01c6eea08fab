'use client'

import type { ChatError } from '@crm-chat/core'
import { type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ChatKey } from './chatKey.ts'
import type { ChatQuery } from './chatQuery.ts'
import { retries } from './retries.ts'
import { useChatInvalidation } from './useChatInvalidation.ts'

/** Options of TanStack Query that a hook of this entry takes, e.g. `enabled`, `select` or `staleTime`. */
export type ChatQueryOptions<Loaded, Data, Name extends readonly string[]> = Omit<
  UseQueryOptions<Loaded, ChatError, Data, readonly [...ChatKey, ...Name]>,
  'queryKey' | 'queryFn'
>

/** Runs a query of this entry, and keeps it up to date. */
export function useChatQuery<Loaded, Data, Name extends readonly string[]>(
  query: ChatQuery<Loaded, Name>,
  options: ChatQueryOptions<Loaded, Data, Name> | undefined,
): UseQueryResult<Data, ChatError> {
  useChatInvalidation()
  const { queryKey, queryFn } = query
  return useQuery<Loaded, ChatError, Data, readonly [...ChatKey, ...Name]>({
    ...retries,
    ...options,
    queryKey,
    queryFn,
  })
}
