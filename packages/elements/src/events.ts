import type { ChatWindowError, UnansweredState } from '@crm-chat/core'
import type { ComposerItem } from '@crm-chat/core/composer'
import type { OpenReason } from '@crm-chat/core/look'
import type { EntityEvent, FrameMessage } from '@crm-chat/protocol'

/** Events of the elements by name. They bubble, and leave shadow roots: one listener on `document` hears all of them. */
export interface ChatElementEvents {
  /** A window shows the vendor's page. */
  'crm-chat-ready': CustomEvent<null>
  /** A window could not open. */
  'crm-chat-error': CustomEvent<ChatWindowError>
  /** A popover, drawer, dialog or launcher has been opened or closed. */
  'crm-chat-open-change': CustomEvent<OpenChange>
  /** Somebody has pressed Close in the bar of a panel that stands in the page. */
  'crm-chat-close': CustomEvent<null>
  /** The number of messages without a reply, or what is known of it, is another. */
  'crm-chat-unanswered': CustomEvent<UnansweredState>
  /** The user of the vendor's frame wants to open a deal, or to create one. */
  'crm-chat-entity': CustomEvent<EntityEvent>
  /** Message of the vendor's frame, as it comes. */
  'crm-chat-event': CustomEvent<FrameMessage>
  /** The vendor has accepted a message of a composer. */
  'crm-chat-sent': CustomEvent<ComposerItem>
}

/** Change of something that opens. */
export interface OpenChange {
  open: boolean
  reason: OpenReason
}

declare global {
  interface HTMLElementEventMap extends ChatElementEvents {}
  interface DocumentEventMap extends ChatElementEvents {}
  interface WindowEventMap extends ChatElementEvents {}
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
