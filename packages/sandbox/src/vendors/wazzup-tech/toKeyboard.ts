import type { messageRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import type { MessageButton, MessageKeyboard } from '../../store/schema.ts'

type Keyboard = NonNullable<z.output<typeof messageRequestSchema>['keyboard']>

/** Converts a keyboard for the store: the list of WABA's buttons, or the rows of a bot's. */
export function toKeyboard(given: Keyboard | undefined): {
  buttons?: MessageButton[] | undefined
  keyboard?: MessageKeyboard | undefined
} {
  if (!given) return {}
  if ('remove_keyboard' in given && given.remove_keyboard) return { keyboard: { kind: 'removed' } }
  if (!('buttons' in given)) return {}
  const rows: readonly unknown[] = given.buttons
  const buttons = rows.flatMap((row, index) =>
    Array.isArray(row) ? row.map((button) => toButton(button, index)) : toButton(row),
  )
  return { buttons, ...(Array.isArray(rows[0]) && { keyboard: toKind(given, buttons) }) }
}

/** Telegram's kind of keyboard follows from its buttons where it is not named. */
function toKind(given: object, buttons: MessageButton[]): MessageKeyboard {
  const isReply = buttons.every(({ type, url, payload }) => [type, url, payload].every((part) => part === undefined))
  if (Reflect.get(given, 'reply_markup') !== 'reply' && !isReply) return { kind: 'inline' }
  return { kind: 'reply', oneTime: Reflect.get(given, 'one_time_keyboard') === true }
}

function toButton(button: unknown, row?: number): MessageButton {
  const read = (name: string): string | undefined => {
    const value = typeof button === 'object' && button !== null && Reflect.get(button, name)
    return typeof value === 'string' ? value : undefined
  }
  const intent = intents.find((known) => known === read('intent'))
  const payload = read('payload') ?? read('callback_data')
  return { text: read('text'), type: read('type'), payload, url: read('url'), intent, row }
}

const intents = ['default', 'positive', 'negative'] as const
