import type { WordsArea } from '../words/bringWords.ts'
import type { AdminWords } from './adminWords.ts'
import { en } from './locales/en.ts'

/** Words of the components for administrators in every language. */
export const adminArea: WordsArea<AdminWords> = {
  loaded: { en },
  languages: {
    ru: async () => (await import('./locales/ru.ts')).ru,
    es: async () => (await import('./locales/es.ts')).es,
    pt: async () => (await import('./locales/pt.ts')).pt,
    de: async () => (await import('./locales/de.ts')).de,
    kk: async () => (await import('./locales/kk.ts')).kk,
    ar: async () => (await import('./locales/ar.ts')).ar,
  },
}
