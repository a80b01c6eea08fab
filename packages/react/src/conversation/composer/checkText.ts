import { countText } from '@crm-chat/core/composer'
import type { ConversationWords, CountPhrase } from '@crm-chat/core/conversation'
import { fillCount } from '../format.ts'

const warnFrom = 500

/** Result of {@link checkText}. */
export interface CheckedText {
  canSend: boolean
  hint: TextHint | null
}

/** A line below a text. */
export interface TextHint {
  message: string
  isProblem: boolean
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
  const left = longest - countText(trimmed, 'characters')
  const isEmpty = trimmed === '' && !mayBeEmpty
  const canSend = isLive && !isEmpty && left >= 0
  if (left >= 0 && !isLive && !isEmpty) return { canSend, hint: { message: words.backOnline, isProblem: false } }
  const phrases = { left: words.charactersLeft, tooMany: words.charactersTooMany }
  return { canSend, hint: left <= warnFrom ? toLengthHint({ left, phrases, words }) : null }
}

/** Returns a hint about the length of a text, in any unit. */
export function toLengthHint({
  left,
  phrases,
  words,
}: {
  left: number
  phrases: { left: CountPhrase; tooMany: CountPhrase }
  words: Pick<ConversationWords, 'lang'>
}): TextHint {
  const isProblem = left < 0
  return { message: fillCount(isProblem ? phrases.tooMany : phrases.left, Math.abs(left), words), isProblem }
}
