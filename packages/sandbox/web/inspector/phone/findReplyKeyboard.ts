import type { ControlMessage } from '../../../src/control/messages.ts'

/** The keyboard of a bot that a chat has now. */
export interface FoundKeyboard {
  message: ControlMessage
  /** True if it hides after use, and one of its buttons was used. */
  isHidden: boolean
}

/** Finds the buttons in the place of the customer's keyboard: the latest that no later message has taken away. */
export function findReplyKeyboard(messages: ControlMessage[]): FoundKeyboard | undefined {
  const index = messages.findLastIndex(
    ({ keyboard, deleted }) => !deleted && keyboard !== null && keyboard.kind !== 'inline',
  )
  const message = messages[index]
  if (message?.keyboard?.kind !== 'reply') return undefined
  const labels = (message.buttons ?? []).map(({ text }) => text)
  const isUsed = messages
    .slice(index + 1)
    .some(({ direction, text }) => direction === 'incoming' && text !== null && labels.includes(text))
  return { message, isHidden: message.keyboard.oneTime === true && isUsed }
}
