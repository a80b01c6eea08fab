import type { ChatWindowError } from '@crm-chat/core'
import type { Slot } from './renderSlot.ts'

/** Content of your own in a window. */
export interface WindowSlots {
  /** Shown while it opens. */
  loading?: Slot
  /** Shown when it cannot be opened. */
  error?: Slot<{ state: ChatWindowError; retry: () => void }>
  /** Shown for a card without chats. */
  empty?: Slot
  /** Shown in place of a frame that another window of the page has. */
  elsewhere?: Slot<{ showHere: () => void }>
}
