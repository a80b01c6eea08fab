import type { Keyboard } from '@crm-chat/protocol'
import type { MaxKeyboard, TelegramKeyboard, WabaKeyboard } from '@crm-chat/vendors/wazzup-tech'
import { defined } from '../defined.ts'
import { unsupported } from '../unsupported.ts'

/** Turns a keyboard into the vendor's words. @throws {OperationError} for one that the tech API does not have. */
export function toKeyboard(keyboard: Keyboard): WabaKeyboard | TelegramKeyboard | MaxKeyboard {
  switch (keyboard.type) {
    case 'buttons':
      return { buttons: keyboard.buttons.map(({ text, id = text }) => ({ text, type: 'text' as const, payload: id })) }
    case 'inline':
      return { reply_markup: 'inline', buttons: keyboard.rows.map((row) => row.map(toInlineButton)) }
    case 'reply':
      return {
        reply_markup: 'reply',
        buttons: keyboard.rows,
        ...defined({
          one_time_keyboard: keyboard.oneTime,
          resize_keyboard: keyboard.resize,
          selective: keyboard.selective,
        }),
      }
    case 'remove':
      return { reply_markup: 'reply', remove_keyboard: true }
    case 'max':
      return { buttons: keyboard.rows }
    default:
      throw unsupported({
        field: 'keyboard',
        reason: `Wazzup’s tech API has no keyboard of the type ${keyboard.type}.`,
      })
  }
}

type InlineButton = Extract<Keyboard, { type: 'inline' }>['rows'][number][number]

function toInlineButton(button: InlineButton) {
  return 'url' in button ? button : { text: button.text, callback_data: button.callbackData }
}
