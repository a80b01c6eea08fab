import type { ChatWindowState, UnansweredState } from '@crm-chat/core'
import type { FrameMessage } from '@crm-chat/protocol'

/** Events of the elements by name. They bubble, and leave shadow roots: one listener on `document` hears all of them. */
export interface ChatElementEvents {
  /** A window shows the vendor's page. */
  'crm-chat-ready': CustomEvent<null>
  /** A window could not open. */
  'crm-chat-error': CustomEvent<Extract<ChatWindowState, { status: 'error' }>>
  /** The number of messages without a reply, or what is known of it, is another. */
  'crm-chat-unanswered': CustomEvent<UnansweredState>
  /** Message of the vendor's frame. */
  'crm-chat-event': CustomEvent<FrameMessage>
}

declare global {
  interface HTMLElementEventMap extends ChatElementEvents {}
}

/** Dispatches an event of ours. */
export function dispatch<Name extends keyof ChatElementEvents>({
  element,
  name,
  detail,
}: {
  element: Element
  name: Name
  detail: ChatElementEvents[Name]['detail']
}): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}
