import type { MessageButton } from '@crm-chat/protocol'

/**
 * Reads the buttons of a message: quick replies, entries of a list, links, and the button that opens a flow. The server keeps what
 * was sent as it is, so that the same thing has several names.
 */
export function readButtons(interactive: unknown): MessageButton[] | undefined {
  const { type, rows, buttons, button_text, flow_cta, url } = Object(interactive)
  if (type === 'cta_url' || type === 'flow') return toList([{ text: button_text ?? flow_cta, url }])
  return toList(Array.isArray(rows) ? rows : Array.isArray(buttons) ? buttons : [])
}

function toList(entries: readonly unknown[]): MessageButton[] | undefined {
  const read = entries.flatMap((entry) => {
    const { title, text = title, reply, url, description } = Object(entry)
    const own = text ?? Object(reply).title
    if (typeof own !== 'string' || own === '') return []
    return {
      text: own,
      ...(typeof url === 'string' && url !== '' && { url }),
      ...(typeof description === 'string' && description !== '' && { description }),
    }
  })
  return read.length > 0 ? read : undefined
}
