import type { Keyboard } from '@crm-chat/protocol'
import type { InteractiveButtons, MaxKeyboard, TelegramKeyboard } from '@crm-chat/vendors/wazzup-v3'
import { defined } from '../defined.ts'
import { unsupported } from '../unsupported.ts'

/** Turns a keyboard into the vendor's words. @throws {OperationError} for one that API v3 does not have. */
export function toButtonsObject(keyboard: Keyboard): InteractiveButtons | TelegramKeyboard | MaxKeyboard {
  switch (keyboard.type) {
    case 'buttons':
      return { buttons: keyboard.buttons.map(({ text, id }) => ({ text, type: 'text' as const, ...defined({ id }) })) }
    case 'inline':
      return { replyMarkup: 'inline', buttons: keyboard.rows }
    case 'reply':
      refuseFlags(keyboard)
      return { replyMarkup: 'reply', buttons: keyboard.rows, ...defined({ oneTimeKeyboard: keyboard.oneTime }) }
    case 'remove':
      return { replyMarkup: 'reply', removeKeyboard: true }
    case 'max':
      return {
        buttons: keyboard.rows.map((row) =>
          row.map((button) => ({ ...button, ...defined({ intent: button.intent }) })),
        ) as MaxKeyboard['buttons'],
      } // Spreading forgets the kinds.
    default:
      throw unsupported({ field: 'keyboard', reason: `Wazzup’s API v3 has no keyboard of the type ${keyboard.type}.` })
  }
}

function refuseFlags({ resize, selective }: Extract<Keyboard, { type: 'reply' }>): void {
  if (resize) throw unsupported({ field: 'keyboard.resize', reason: 'Wazzup’s API v3 does not resize keyboards.' })
  if (selective)
    throw unsupported({ field: 'keyboard.selective', reason: 'Wazzup’s API v3 has no selective keyboards.' })
}
