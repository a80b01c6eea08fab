import type { FrameMessage } from '@crm-chat/protocol'
import { parseFrameMessage } from '@crm-chat/protocol/wire/parseFrameMessage'

/** Parameters of {@link watchFrameMessages}. */
export interface WatchFrameMessagesParameters {
  frame: HTMLIFrameElement
  /** The minted link's origin. */
  origin: string
  onMessage: (message: FrameMessage) => void
  /** Ends the watch. */
  signal: AbortSignal
}

/** Listens to a vendor's frame. Ignores messages of any other window or origin, and those of another shape. */
export function watchFrameMessages({ frame, origin, onMessage, signal }: WatchFrameMessagesParameters): void {
  window.addEventListener(
    'message',
    (event) => {
      if (event.source === null || event.source !== frame.contentWindow || event.origin !== origin) return
      const message = parseFrameMessage(event.data)
      if (message) onMessage(message)
    },
    { signal },
  )
}
