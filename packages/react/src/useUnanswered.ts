'use client'

import type { UnansweredState } from '@crm-chat/core'
import { useSyncExternalStore } from 'react'
import { useChat } from './useChat.ts'

/** Number of messages without a reply, live. All callers share one connection. Unknown is not 0: check `status`. */
export function useUnanswered(): UnansweredState {
  const { unanswered } = useChat()
  return useSyncExternalStore(unanswered.subscribe, unanswered.getState, unanswered.getInitialState)
}
