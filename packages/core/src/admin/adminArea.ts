import type { WordsArea } from '../words/bringWords.ts'
import type { AdminWords } from './adminWords.ts'
import { en } from './locales/en.ts'

/** Words of the components for administrators. */
export const adminArea: WordsArea<AdminWords> = {
  loaded: { en },
  languages: {},
}
