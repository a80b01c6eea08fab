import type { MessageButton } from '../../store/schema.ts'

/** The buttons of a keyboard or template, row after row; a link is kept in the place of the payload. */
export function toButtons(rows: readonly unknown[] | undefined): MessageButton[] | undefined {
  return rows?.flat().map(toButton)
}

function toButton(button: unknown): MessageButton {
  const read = (name: string): string | undefined => {
    const value = typeof button === 'object' && button !== null && Reflect.get(button, name)
    return typeof value === 'string' ? value : undefined
  }
  return { text: read('text'), type: read('type'), payload: read('payload') ?? read('callback_data') ?? read('url') }
}
