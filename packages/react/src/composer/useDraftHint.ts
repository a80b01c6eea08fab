import { checkDraft, isCaptioned, type TextLimit } from '@crm-chat/core/composer'
import type { CountPhrase } from '@crm-chat/core/conversation'
import { useWords } from '../conversation/ConversationContext.ts'
import { type TextHint, toLengthHint } from '../conversation/composer/checkText.ts'
import { useComposerState, useComposerWords } from './ComposerContext.ts'

/** Length from which the limit is stated. */
const countedFrom = 0.8

/** The line below the text: its length by the messenger's limit, or the reason why it cannot be sent. */
export function useDraftHint(): TextHint | null {
  const state = useComposerState()
  const words = useComposerWords()
  const phrases = useLengthPhrases()
  const shared = useWords()
  const { obstacle, left, limit } = checkDraft(state)
  if (left < limit.most * (1 - countedFrom)) return toLengthHint({ left, phrases: phrases(limit.unit), words: shared })
  if (obstacle === 'noRecipient' || obstacle === 'noChannel')
    return state.text.trim() === '' ? null : { message: words[obstacle], isProblem: false }
  if (obstacle === 'notLive') return { message: shared.backOnline, isProblem: false }
  const isPair = state.attachment !== null && state.text.trim() !== '' && !isCaptioned(state)
  return isPair ? { message: shared.fileFirst, isProblem: false } : null
}

/** The phrases for what is left, in a unit. */
export function useLengthPhrases(): (unit: TextLimit['unit']) => { left: CountPhrase; tooMany: CountPhrase } {
  const words = useComposerWords()
  const shared = useWords()
  return (unit) =>
    unit === 'bytes'
      ? { left: words.bytesLeft, tooMany: words.bytesTooMany }
      : { left: shared.charactersLeft, tooMany: shared.charactersTooMany }
}
