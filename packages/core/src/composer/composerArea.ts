import type { WordsArea } from '../words/bringWords.ts'
import { type ComposerWords, composerWords } from './composerWords.ts'

/** Words of a composer in every language. */
export const composerArea: WordsArea<ComposerWords> = {
  loaded: { en: composerWords },
  languages: {
    ru: async () => (await import('./locales/ru.ts')).ru,
    es: async () => (await import('./locales/es.ts')).es,
    pt: async () => (await import('./locales/pt.ts')).pt,
    de: async () => (await import('./locales/de.ts')).de,
    kk: async () => (await import('./locales/kk.ts')).kk,
    ar: async () => (await import('./locales/ar.ts')).ar,
  },
}
