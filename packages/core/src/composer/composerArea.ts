import type { WordsArea } from '../words/bringWords.ts'
import { type ComposerWords, composerWords } from './composerWords.ts'

/** Words of a composer in every language. */
export const composerArea: WordsArea<ComposerWords> = {
  loaded: { en: composerWords },
  languages: {},
}
