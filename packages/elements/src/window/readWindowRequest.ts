import type { WindowRequest } from '@crm-chat/protocol'
import { readJson } from '../readJson.ts'

/** The request that an element's attributes stand for, or the problem with them. */
export type WindowAttributes = { request: WindowRequest } | { problem: string }

/** Reads `scope`, `chats` and `active-chat`, and checks `labels`. The values themselves are checked by the client. */
export function readWindowRequest(element: Element): WindowAttributes {
  const chats = readJson({ element, name: 'chats' })
  const activeChat = readJson({ element, name: 'active-chat' })
  const problem = chats.problem ?? activeChat.problem ?? readJson({ element, name: 'labels' }).problem
  if (problem !== undefined) return { problem }
  const request = { scope: readScope(element), chats: chats.value, activeChat: activeChat.value }
  return { request: JSON.parse(JSON.stringify(request)) } // Without missing values.
}

/** The scope of a window: without the attribute, an element that is given chats is a card's. */
function readScope(element: Element): string {
  return element.getAttribute('scope') ?? (element.hasAttribute('chats') ? 'card' : 'global')
}
