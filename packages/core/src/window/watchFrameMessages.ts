import type { EntityEvent, FrameMessage } from '@crm-chat/protocol'
import { parseEntityEvent } from '@crm-chat/protocol/wire/parseEntityEvent'
import { parseFrameMessage } from '@crm-chat/protocol/wire/parseFrameMessage'

/** Parameters of {@link watchFrameMessages}. */
export interface WatchFrameMessagesParameters {
  frame: HTMLIFrameElement
  /** The minted link's origin. */
  origin: string
  onMessage: (message: FrameMessage, entity: EntityEvent | undefined) => void
  /** Called with every message of the frame, of any shape: its page is alive. */
  onSign?: (() => void) | undefined
  /** Ends the watch. */
  signal: AbortSignal
}

/** Listens to a vendor's frame. Ignores messages of any other window or origin, and those of another shape. */
export function watchFrameMessages(parameters: WatchFrameMessagesParameters): void {
  const { frame, origin, onMessage, onSign, signal } = parameters
  window.addEventListener(
    'message',
    (event) => {
      if (event.source === null || event.source !== frame.contentWindow || event.origin !== origin) return
      onSign?.()
      const message = parseFrameMessage(event.data)
      if (message) onMessage(message, parseEntityEvent(message))
    },
    { signal },
  )
}
