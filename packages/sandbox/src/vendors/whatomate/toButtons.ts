import type { MessageButton } from '../../store/schema.ts'

/** Returns the buttons of a message as the customer's phone shows them: quick replies, a list, a link, or those of a template. */
export function toButtons(interactive: Record<string, unknown> | undefined): MessageButton[] | undefined {
  const { type, button_text, url, rows, buttons } = interactive ?? {}
  const choices: unknown = type === 'cta_url' ? [{ type: 'URL', title: button_text, url }] : (rows ?? buttons)
  return Array.isArray(choices) ? choices.map(toButton) : undefined
}

function toButton(choice: unknown): MessageButton {
  const { id, type, url, title, text = title } = Object(choice)
  return {
    text: String(text),
    ...(typeof id === 'string' && { id }),
    ...(typeof type === 'string' && { type }),
    ...(typeof url === 'string' && { url }),
  }
}
