'use client'

import type { ChatClient, UnansweredState } from '@crm-chat/core'
import { useEffect } from 'react'
import { useChat } from './useChat.ts'
import { useStore } from './useStore.ts'

/** Number of messages without a reply, live. All callers share one connection. Unknown is not 0: check `status`. */
export function useUnanswered(): UnansweredState {
  return useStore(useChat().unanswered)
}

/** Calls back with each new state of the number. */
export function useOnUnanswered(
  { unanswered }: Pick<ChatClient, 'unanswered'>,
  onUnanswered: ((state: UnansweredState) => void) | undefined,
): void {
  // A function that is written inline, and so new each time, changes places with the one before within a moment: nothing is cut.
  useEffect(() => onUnanswered && unanswered.subscribe(onUnanswered), [unanswered, onUnanswered])
}
