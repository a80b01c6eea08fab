'use client'

import type { UnansweredState } from '@crm-chat/core'
import { useChat } from './useChat.ts'
import { useStore } from './useStore.ts'

/** Number of messages without a reply, live. All callers share one connection. Unknown is not 0: check `status`. */
export function useUnanswered(): UnansweredState {
  return useStore(useChat().unanswered)
}
