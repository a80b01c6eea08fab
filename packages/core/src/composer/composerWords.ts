import type { CountPhrase } from '../conversation/conversationWords.ts'
import { words } from './locales/en.ts'

/** Phrases of the same names in any language. */
type Phrases<Words> = {
  [Name in keyof Words]: Words[Name] extends string
    ? string
    : Words[Name] extends { other: string }
      ? CountPhrase
      : Phrases<Words[Name]>
}

/** Words of a composer. Those of a conversation come beside them: templates, statuses and files have the same words in both. */
export type ComposerWords = Phrases<typeof words>

/** Words of your own. Missing ones come from the language. */
export type ComposerLabels = Partial<ComposerWords>

/** English words of a composer. */
export const composerWords: ComposerWords = words
