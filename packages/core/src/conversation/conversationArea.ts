import type { WordsArea } from '../words/bringWords.ts'
import { type ConversationWords, conversationWords } from './conversationWords.ts'

/** Words of a conversation in every language. */
export const conversationArea: WordsArea<ConversationWords> = {
  loaded: { en: conversationWords },
  languages: {},
}
