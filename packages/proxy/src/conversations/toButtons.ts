import type { Keyboard, MessageButton } from '@crm-chat/protocol'

/** Returns the buttons that the customer sees; undefined for a keyboard that has none. */
export function toButtons(keyboard: Keyboard): MessageButton[] | undefined {
  switch (keyboard.type) {
    case 'buttons':
      return keyboard.buttons.map(({ text }) => ({ text }))
    case 'list':
      return keyboard.sections.flatMap(({ title: section, rows }) =>
        rows.map(({ title: text, description }) => ({
          text,
          ...(description !== undefined && { description }),
          ...(section !== undefined && { section }),
        })),
      )
    case 'link':
      return [{ text: keyboard.text, url: keyboard.url }]
    case 'remove':
      return undefined
    default:
      return keyboard.rows.flatMap((row, index) =>
        row.map((button) => ({
          text: button.text,
          row: index,
          ...('url' in button && { url: button.url }),
          ...('intent' in button && button.intent !== undefined && { intent: button.intent }),
        })),
      )
  }
}
