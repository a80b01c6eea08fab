import type { WordsArea } from '../words/bringWords.ts'
import { toArea } from '../words/toArea.ts'
import type { AdminWords } from './adminWords.ts'
import { en } from './locales/en.ts'

/** Words of the components for administrators in every language. */
export const adminArea: WordsArea<AdminWords> = toArea(en, {
  ru: () => import('./locales/ru.ts'),
  es: () => import('./locales/es.ts'),
  pt: () => import('./locales/pt.ts'),
  de: () => import('./locales/de.ts'),
  kk: () => import('./locales/kk.ts'),
  ar: () => import('./locales/ar.ts'),
})
