import type { MessageButton } from '../../conversation/conversationMessage.ts'
import type { KeyboardDraft } from './keyboardDraft.ts'

/** Returns the buttons as a message shows them. */
export function toButtons({ rows }: KeyboardDraft): MessageButton[] {
  return rows.flatMap((buttons, row) =>
    buttons
      .filter(({ text }) => text.trim() !== '')
      .map(({ kind, text, value, intent }) => ({
        text: text.trim(),
        row,
        ...(kind === 'link' && { url: value.trim() }),
        ...(intent !== 'default' && { intent }),
      })),
  )
}
