import type { WordsArea } from '../words/bringWords.ts'
import { type ConversationWords, conversationWords } from './conversationWords.ts'

/** Words of a conversation in every language. */
export const conversationArea: WordsArea<ConversationWords> = {
  loaded: { en: conversationWords },
  languages: {
    ru: async () => (await import('./locales/ru.ts')).ru,
    es: async () => (await import('./locales/es.ts')).es,
    pt: async () => (await import('./locales/pt.ts')).pt,
    de: async () => (await import('./locales/de.ts')).de,
    kk: async () => (await import('./locales/kk.ts')).kk,
    ar: async () => (await import('./locales/ar.ts')).ar,
  },
}
