import {
  type Conversation,
  type ConversationState,
  type ConversationWords,
  conversationWords,
} from '@crm-chat/core/conversation'
import { createContext, useContext, useSyncExternalStore } from 'react'

/** Carries the conversation to its parts. */
export const ConversationContext = createContext<Conversation | null>(null)

/** Carries its words. Parts that stand alone are in English. */
export const WordsContext = createContext<ConversationWords>(conversationWords)

/** The user's actions. @throws {Error} outside a `<Conversation>` */
export function useActions(): Conversation {
  const conversation = useContext(ConversationContext)
  if (!conversation) throw new Error('This is a part of a <Conversation>, and stands in one only.')
  return conversation
}

/** Selects a part of the state that keeps its identity while it is the same. */
export function useConversationState<Part>(select: (state: ConversationState) => Part): Part {
  const { subscribe, getState, getInitialState } = useActions()
  return useSyncExternalStore(
    subscribe,
    () => select(getState()),
    () => select(getInitialState()),
  )
}

/** The words of the conversation around. */
export function useWords(): ConversationWords {
  return useContext(WordsContext)
}
