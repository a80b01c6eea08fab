import type { Keyboard } from '@crm-chat/protocol'
import type { Interactive } from '@crm-chat/vendors/whatomate'
import { OperationError } from '../../errors.ts'
import { unsupported } from '../unsupported.ts'

/** The server's own text for the button of a list. */
const listButton = 'Options'

/** Turns a text with a keyboard into the server's words. @throws {OperationError} for a keyboard that it does not have. */
export function toInteractive({ text: body, keyboard }: { text: string; keyboard: Keyboard }): Interactive {
  switch (keyboard.type) {
    case 'buttons':
      return { type: 'button', body, buttons: keyboard.buttons.map(({ text, id = text }) => ({ id, title: text })) }
    case 'list':
      return { type: 'list', body, buttons: toEntries(keyboard) }
    case 'link':
      return { type: 'cta_url', body, button_text: keyboard.text, url: keyboard.url }
    default:
      throw unsupported({ field: 'keyboard', reason: `Whatomate has no keyboard of the type ${keyboard.type}.` })
  }
}

/** The server shows one list without sections, under texts of its own. */
function toEntries({ button = listButton, sections }: Extract<Keyboard, { type: 'list' }>) {
  const [section, ...others] = sections
  if (button !== listButton)
    throw unsupported({ field: 'keyboard.button', reason: `is always “${listButton}” at Whatomate.` })
  if (!section || others.length > 0 || section.title !== undefined) {
    throw unsupported({ field: 'keyboard.sections', reason: 'a list at Whatomate has one section without a title.' })
  }
  return section.rows.map(({ id, title, description }, index) => {
    if (description === undefined) return { id, title }
    const field = `keyboard.sections.0.rows.${index}.description`
    throw new OperationError({ code: 'invalid_request', message: `${field}: a row at Whatomate has no description.` })
  })
}
