'use client'

import type { ChatError } from '@crm-chat/core'
import { createVendorData, type ReadRecords, type VendorData, type VendorDataState } from '@crm-chat/core/admin'
import type { RecordKind, VendorDataPage } from '@crm-chat/protocol'
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useChat } from '../useChat.ts'
import { useStore } from '../useStore.ts'
import { chatKey } from './chatKey.ts'
import { type VendorDataQueryParameters, vendorDataQuery } from './vendorDataQuery.ts'

/** Parameters of {@link useVendorData}. */
export interface VendorDataOptions extends VendorDataQueryParameters {
  /** Reads the CRM's own records of this kind. Without it there is nothing to compare or to upload. */
  read?: ReadRecords | undefined
}

/** One page of what the vendor has, and what may be done with all of it. */
export interface VendorDataView
  extends VendorDataState,
    Pick<VendorData, 'compare' | 'upload' | 'remove' | 'pause' | 'resume' | 'dismiss'> {
  page: UseQueryResult<VendorDataPage, ChatError>
}

/**
 * Users, contacts or deals at the vendor. A kind's comparison and its upload go on while another kind or page is shown, and end
 * with the component. Of both sides, no more than a page and a number for each field is in memory.
 * @example
 * const { page, comparison, compare, upload } = useVendorData({ kind: 'contacts', read: readContacts })
 */
export function useVendorData({ read, ...query }: VendorDataOptions): VendorDataView {
  const { kind } = query
  const chat = useChat()
  const queryClient = useQueryClient()
  const latestRead = useRef(new Map<RecordKind, ReadRecords | undefined>())
  latestRead.current.set(kind, read)
  const [all] = useState(() => new Map<string, VendorData>())
  const key = `${kind} ${read === undefined}`
  const data =
    all.get(key) ??
    createVendorData({
      chat,
      kind,
      read:
        read &&
        (async (parameters) => (await latestRead.current.get(kind)?.(parameters)) ?? { records: [], next: null }),
    })
  all.set(key, data)
  useEffect(
    () => () => {
      for (const one of all.values()) one.close()
    },
    [all],
  )
  const state = useStore(data)
  const page = useQuery({
    ...vendorDataQuery(chat, query),
    // The page before of the same kind only: what is chosen in it would be deleted as another kind.
    placeholderData: (previous, before) => (before?.queryKey.at(-2) === kind ? previous : undefined),
  })
  const changed = useCallback(
    () => queryClient.invalidateQueries({ queryKey: [...chatKey(chat), 'vendorData', kind] }),
    [queryClient, chat, kind],
  )
  const isOver = state.task?.status === 'done' || state.task?.status === 'paused' || state.task?.status === 'failed'
  useEffect(() => {
    if (isOver) void changed()
  }, [isOver, changed])
  const { compare, upload, remove, pause, resume, dismiss } = data
  return { ...state, page, compare, upload, remove, pause, resume, dismiss }
}
