import type { ConversationWords } from '@crm-chat/core/conversation'
import { fillCount } from '../format.ts'

const warnFrom = 500

/** Result of {@link checkText}. */
export interface CheckedText {
  canSend: boolean
  hint: { message: string; isProblem: boolean } | null
}

/** Parameters of {@link checkText}. */
export interface CheckTextParameters {
  text: string
  isLive: boolean
  /** A file needs no text. */
  mayBeEmpty: boolean
  /** In characters: an emoji is one. */
  longest: number
  words: ConversationWords
}

/** Checks that the text can be sent now, and returns a hint about its length or the connection. */
export function checkText({ text, isLive, mayBeEmpty, longest, words }: CheckTextParameters): CheckedText {
  const trimmed = text.trim()
  const left = longest - countCharacters(trimmed)
  const isEmpty = trimmed === '' && !mayBeEmpty
  const canSend = isLive && !isEmpty && left >= 0
  if (left < 0) return { canSend, hint: { message: fillCount(words.charactersTooMany, -left, words), isProblem: true } }
  if (!isLive && !isEmpty) return { canSend, hint: { message: words.backOnline, isProblem: false } }
  if (left <= warnFrom)
    return { canSend, hint: { message: fillCount(words.charactersLeft, left, words), isProblem: false } }
  return { canSend, hint: null }
}

/** Counts as the messengers do. */
function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
