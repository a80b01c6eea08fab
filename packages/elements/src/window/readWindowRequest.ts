import type { WindowRequest } from '@crm-chat/protocol'

/** What the attributes of an element ask for, or what is wrong with them. */
export type WindowAttributes = { request: WindowRequest } | { problem: string }

/** Reads `scope`, `chats` and `active-chat`. Whether the values make sense, the client decides. */
export function readWindowRequest(element: Element): WindowAttributes {
  const chats = readJson({ element, name: 'chats' })
  const activeChat = readJson({ element, name: 'active-chat' })
  if ('problem' in chats) return chats
  if ('problem' in activeChat) return activeChat
  const scope = element.getAttribute('scope') ?? (chats.value === undefined ? 'global' : 'card')
  const request = { scope, chats: chats.value, activeChat: activeChat.value }
  return { request: JSON.parse(JSON.stringify(request)) } // Without what is not there.
}

function readJson({ element, name }: { element: Element; name: string }): { value: unknown } | { problem: string } {
  const text = element.getAttribute(name)
  if (text === null) return { value: undefined }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { problem: `The attribute "${name}" of <${element.localName}> is not JSON: ${reason}` }
  }
}
