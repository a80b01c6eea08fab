import type { WordsArea } from '../words/bringWords.ts'
import { toArea } from '../words/toArea.ts'
import { type ComposerWords, composerWords } from './composerWords.ts'

/** Words of a composer in every language. */
export const composerArea: WordsArea<ComposerWords> = toArea(composerWords, {
  ru: () => import('./locales/ru.ts'),
  es: () => import('./locales/es.ts'),
  pt: () => import('./locales/pt.ts'),
  de: () => import('./locales/de.ts'),
  kk: () => import('./locales/kk.ts'),
  ar: () => import('./locales/ar.ts'),
})
