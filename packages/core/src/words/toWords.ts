import type { ChatWindowState } from '../window/chatWindowState.ts'
import { english } from './english.ts'
import { isPending } from './isPending.ts'
import type { ChatLabelOverrides, KitTexts, KitWords, PartOfWords, WordsState } from './words.ts'

/** Parameters of {@link toWords}. */
export interface ToWordsParameters {
  state: WordsState
  labels?: ChatLabelOverrides | undefined
}

/** Returns the words of a component: its own where given, those of its language otherwise. */
export function toWords({ state, labels = {} }: ToWordsParameters): KitWords {
  const words: PartOfWords = typeof state === 'string' ? {} : { ...state }
  const { lang, dir, errors } = words
  const known: { [Name in keyof KitTexts]?: string | undefined } = { ...words, ...pick(labels) }
  const texts = Object.entries(english).map(([name, text]) => {
    const own = known[name as keyof KitTexts] // A key of English.
    return [name, own ?? (isPending(state) ? '' : text)]
  })
  return {
    ...(Object.fromEntries(texts) as KitTexts),
    lang,
    dir,
    errors: { ...errors, ...labels.errors },
    isPending: isPending(state),
  }
}

/** Leaves out words that are there but undefined. */
function pick(labels: ChatLabelOverrides): ChatLabelOverrides {
  return Object.fromEntries(Object.entries(labels).filter(([, text]) => text !== undefined))
}

/** Parameters of {@link toReason}. */
export interface ToReasonParameters {
  state: Extract<ChatWindowState, { status: 'error' }>
  words: Pick<KitWords, 'errors' | 'isPending'>
}

/** Returns the sentence that explains why a window did not open. */
export function toReason({ state, words }: ToReasonParameters): string {
  return words.errors[state.code] ?? (words.isPending ? '' : state.reason)
}
