'use client'

import type { UnansweredState } from '@crm-chat/core'
import { useSyncExternalStore } from 'react'
import { useChat } from './useChat.ts'

/** How many messages wait for a reply, live. All users of it share one connection. Unknown is not 0: look at `status`. */
export function useUnanswered(): UnansweredState {
  const { unanswered } = useChat()
  return useSyncExternalStore(unanswered.subscribe, unanswered.getState, unanswered.getInitialState)
}
