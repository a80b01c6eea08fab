'use client'

import type { ChatError } from '@crm-chat/core'
import { browserExports, type ExportStore, type KeptExport } from '@crm-chat/core/admin'
import type { Export, ExportRequest } from '@crm-chat/protocol'
import { parseExport } from '@crm-chat/protocol/wire/parseExport'
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useChat } from '../useChat.ts'
import { chatKey } from './chatKey.ts'
import { exportQuery } from './exportQuery.ts'
import { retries } from './retries.ts'
import { sessionQuery } from './sessionQuery.ts'
import { useChatInvalidation } from './useChatInvalidation.ts'

/** Parameters of {@link useMessageExports}. */
export interface MessageExportsOptions {
  /** Place where the exports are kept that were asked for. @default the browser */
  store?: ExportStore | undefined
  /** Interval of questions about an export that is not finished, for a proxy without events. @default 5_000 */
  intervalMs?: number | undefined
}

/** An export that was asked for, and its state as far as it is known. */
export interface MessageExport extends KeptExport {
  state: UseQueryResult<Export, ChatError>
}

/** Exports of messages, and what may be done with them. */
export interface MessageExports {
  /** The latest first; undefined while they are read. */
  exports: MessageExport[] | undefined
  /** Failure that keeps them from being read. */
  error: ChatError | null
  retry: () => void
  create: UseMutationResult<Export, ChatError, ExportRequest>
  /** Takes one out of the list. Its file stays at the vendor. */
  forget: UseMutationResult<void, Error, string>
}

/**
 * The exports of messages that this user has asked for, also before the page was loaded. Their states load again when the proxy
 * tells of a change.
 * @example
 * const { exports = [], create } = useMessageExports()
 * create.mutate({ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' })
 */
export function useMessageExports({ store, intervalMs = 5_000 }: MessageExportsOptions = {}): MessageExports {
  const chat = useChat()
  const queryClient = useQueryClient()
  useChatInvalidation()
  const session = useQuery({ ...sessionQuery(chat), staleTime: Number.POSITIVE_INFINITY })
  const userId = session.data?.user.id
  const exportStore = useMemo(
    () => store ?? (userId === undefined ? undefined : browserExports({ endpoint: chat.endpoint, userId })),
    [store, userId, chat.endpoint],
  )
  const keptKey = [...chatKey(chat), 'keptExports', userId]
  const kept = useQuery<KeptExport[], ChatError>({
    queryKey: keptKey,
    queryFn: async () => (await exportStore?.list()) ?? [],
    enabled: exportStore !== undefined,
    networkMode: 'always',
    ...retries,
  })
  const reload = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keptKey })

  useEffect(() => {
    const handleStorage = (): void => void kept.refetch()
    addEventListener('storage', handleStorage) // Another tab has begun one.
    return () => removeEventListener('storage', handleStorage)
  }, [kept.refetch])

  const states = useQueries({
    queries: (kept.data ?? []).map(({ id: exportId }) => ({
      ...exportQuery(chat, { exportId }),
      refetchInterval: ({ state: { data } }: { state: { data?: Export | undefined } }) =>
        data?.state === 'pending' || data?.state === 'running' ? intervalMs : false,
    })),
  })

  const create = useMutation<Export, ChatError, ExportRequest>({
    mutationFn: async (body) => {
      const job = await chat.request({ operation: 'createExport', path: 'exports', body, parse: parseExport })
      await exportStore?.add({ ...body, id: job.id, at: new Date(chat.now()).toISOString() })
      queryClient.setQueryData(exportQuery(chat, { exportId: job.id }).queryKey, job)
      return job
    },
    onSuccess: reload,
  })

  const forget = useMutation<void, Error, string>({
    mutationFn: async (id) => exportStore?.remove(id),
    onSuccess: reload,
  })

  const exports = kept.data?.flatMap((one, index) => {
    const state = states[index]
    return state ? [{ ...one, state }] : []
  })
  return {
    exports,
    error: session.error ?? kept.error,
    retry: () => void (session.error ? session.refetch() : kept.refetch()),
    create,
    forget,
  }
}
