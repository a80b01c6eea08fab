import { useUnanswered } from '@crm-chat/react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQueryOptions } from '../session/me.ts'

/** Asks who is logged in when the live counter finds that nobody is. */
export function SessionWatch(): null {
  const queryClient = useQueryClient()
  const state = useUnanswered()
  const isLoggedOut = state.status === 'error' && state.code === 'unauthenticated'
  useEffect(() => {
    if (isLoggedOut) void queryClient.invalidateQueries(meQueryOptions())
  }, [isLoggedOut, queryClient])
  return null
}
