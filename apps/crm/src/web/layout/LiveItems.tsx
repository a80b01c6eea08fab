import { useUnanswered } from '@crm-chat/react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refreshItems } from '../items/itemKeys.ts'
import { readPageStart } from '../requests/pageStart.ts'

/** Reads again who waits, and the last messages, whenever the number of unanswered messages has changed since they were read. */
export function LiveItems(): null {
  const queryClient = useQueryClient()
  const state = useUnanswered()
  const at = state.status === 'live' ? state.at : null
  useEffect(() => {
    const readAt = readPageStart()?.readAt ?? 0
    if (at !== null && Date.parse(at) > readAt) void refreshItems(queryClient)
  }, [at, queryClient])
  return null
}
