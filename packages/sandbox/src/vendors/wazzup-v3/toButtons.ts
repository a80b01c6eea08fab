import type * as z from 'zod'
import type { MessageButton, MessageKeyboard } from '../../store/schema.ts'
import type { messageBodySchema } from './messageBodySchema.ts'

type ButtonsObject = NonNullable<z.output<typeof messageBodySchema>['buttonsObject']>

/** Converts the buttons of a message, or the keyboard of a bot's, for the store. */
export function toButtons(given: ButtonsObject | undefined): {
  buttons: MessageButton[] | undefined
  keyboard: MessageKeyboard | undefined
} {
  if (!given) return { buttons: undefined, keyboard: undefined }
  if ('removeKeyboard' in given && given.removeKeyboard) return { buttons: undefined, keyboard: { kind: 'removed' } }
  if (!('buttons' in given)) return { buttons: undefined, keyboard: undefined }
  const rows: readonly (object | readonly object[])[] = given.buttons
  if (!rows.every((row) => Array.isArray(row))) return { buttons: rows.flat(), keyboard: undefined }
  return { buttons: rows.flatMap(toRow), keyboard: toKeyboard(given) }
}

function toRow(buttons: readonly MessageButton[], row: number): MessageButton[] {
  return buttons.map((button) => {
    const { text, type, url, intent, payload } = button
    const callbackData: unknown = Reflect.get(button, 'callbackData')
    const data = typeof callbackData === 'string' ? callbackData : payload
    return { text, type, url, intent, payload: data, row }
  })
}

function toKeyboard(given: object): MessageKeyboard {
  if (Reflect.get(given, 'replyMarkup') !== 'reply') return { kind: 'inline' }
  return { kind: 'reply', oneTime: Reflect.get(given, 'oneTimeKeyboard') === true }
}
