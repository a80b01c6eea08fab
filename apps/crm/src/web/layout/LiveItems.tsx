import { useUnanswered } from '@crm-chat/react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refreshItems } from '../items/itemKeys.ts'

/** Reads again who waits, and the last messages, whenever the number of unanswered messages changes. */
export function LiveItems(): null {
  const queryClient = useQueryClient()
  const state = useUnanswered()
  const at = state.status === 'live' ? state.at : null
  useEffect(() => {
    if (at !== null) void refreshItems(queryClient)
  }, [at, queryClient])
  return null
}
