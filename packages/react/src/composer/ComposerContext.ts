import { type Composer, type ComposerState, type ComposerWords, composerWords } from '@crm-chat/core/composer'
import { createContext, useContext, useSyncExternalStore } from 'react'

/** Carries the composer to its parts. */
export const ComposerContext = createContext<Composer | null>(null)

/** Carries its words. */
export const ComposerWordsContext = createContext<ComposerWords>(composerWords)

/** The user's actions. @throws {Error} outside a `<MessageComposer>` */
export function useComposerActions(): Composer {
  const composer = useContext(ComposerContext)
  if (!composer) throw new Error('This is a part of a <MessageComposer>, and stands in one only.')
  return composer
}

/** The state, live. */
export function useComposerState(): ComposerState {
  const { subscribe, getState, getInitialState } = useComposerActions()
  return useSyncExternalStore(subscribe, getState, getInitialState)
}

/** The words of the composer around. */
export function useComposerWords(): ComposerWords {
  return useContext(ComposerWordsContext)
}
