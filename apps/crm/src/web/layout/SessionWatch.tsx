import { useUnanswered } from '@crm-chat/react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQueryOptions } from '../session/users.ts'

/** Fetches the logged-in user again when the live counter reports that the session has ended. */
export function SessionWatch(): null {
  const queryClient = useQueryClient()
  const state = useUnanswered()
  const isLoggedOut = state.status === 'error' && state.code === 'unauthenticated'
  useEffect(() => {
    if (isLoggedOut) void queryClient.invalidateQueries(meQueryOptions())
  }, [isLoggedOut, queryClient])
  return null
}
