import type { WordsArea } from '../words/bringWords.ts'
import { toArea } from '../words/toArea.ts'
import { type ConversationWords, conversationWords } from './conversationWords.ts'

/** Words of a conversation in every language. */
export const conversationArea: WordsArea<ConversationWords> = toArea(conversationWords, {
  ru: () => import('./locales/ru.ts'),
  es: () => import('./locales/es.ts'),
  pt: () => import('./locales/pt.ts'),
  de: () => import('./locales/de.ts'),
  kk: () => import('./locales/kk.ts'),
  ar: () => import('./locales/ar.ts'),
})
