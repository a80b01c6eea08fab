import type { ChatLabelOverrides } from '@crm-chat/core'
import type { Chat } from '@crm-chat/protocol'
import type { LookProps } from './lookProps.ts'
import type { Slot } from './renderSlot.ts'
import type { ChatChoice, WindowEvents } from './useChatWindow.ts'
import type { WindowSlots } from './windowSlots.ts'

/** Props of every panel. */
export interface PanelProps extends WindowEvents, LookProps {
  /** Heading of the panel, and its name. @default 'Chats' */
  label?: string | undefined
  /** Chat to open first. */
  activeChat?: Chat | undefined
  /** Own words, to translate or to change them. */
  labels?: ChatLabelOverrides | undefined
  /** Content of your own. */
  slots?: PanelSlots | undefined
  className?: string | undefined
}

/** Props of a panel with the chats of one card, or all of the user's. */
export type CardPanelProps = ChatChoice &
  PanelProps & {
    /** Gives the window a frame of its own. Windows of the same chats share one otherwise. @default false */
    own?: boolean | undefined
  }

/** Content of your own in a panel. */
export interface PanelSlots extends WindowSlots {
  /** Stands in the bar, after the heading. */
  actions?: Slot
}
