'use client'

import {
  type ForwardRefExoticComponent,
  forwardRef,
  type ReactNode,
  type RefAttributes,
  type RefCallback,
  useCallback,
  useId,
  useRef,
} from 'react'
import { OverlayPanel } from './OverlayPanel.tsx'
import type { CardPanelProps, PanelProps, PanelSlots } from './panelProps.ts'
import { renderSlot, type Slot } from './renderSlot.ts'
import { UnansweredBadge } from './UnansweredBadge.tsx'
import { useCapability } from './useCapability.ts'
import { useLook } from './useLook.ts'
import { type OpenProps, type OverlayHandle, useOpen } from './useOpen.ts'
import { useWords } from './useWords.ts'

/** Props of {@link ChatPopover}. */
export type ChatPopoverProps = CardPanelProps &
  OpenProps & {
    /** Content of your own. */
    slots?: PopoverSlots | undefined
  }

/** Content of your own in a popover. */
export interface PopoverSlots extends PanelSlots {
  /** Content of the button that opens it, or, as a function, a button of your own that takes these props. */
  trigger?: Slot<TriggerProps>
}

/** Props of a button that opens a popover. */
export interface TriggerProps {
  ref: RefCallback<HTMLElement>
  onClick: () => void
  'aria-expanded': boolean
  'aria-haspopup': 'dialog'
  'aria-controls': string | undefined
}

/**
 * A button with the badge, and a panel with chats beside it. The window is created when the panel is first opened, and stays alive
 * while it is closed. A press outside closes it. On a phone it fills the screen, and the back button closes it.
 * @example
 * <ChatPopover slots={{ trigger: (props) => <IconButton {...props} icon="chat" /> }} />
 */
export const ChatPopover: ForwardRefExoticComponent<ChatPopoverProps & RefAttributes<OverlayHandle>> = forwardRef(
  function ChatPopover({ open, defaultOpen, onOpenChange, ...panel }: ChatPopoverProps, handle) {
    const state = useOpen({ open, defaultOpen, onOpenChange }, handle)
    const { isOpen, wasOpened, request } = state
    const look = useLook(panel)
    const { slots = {} } = panel
    const id = useId()
    const anchorRef = useRef<HTMLElement | null>(null)
    const ref: RefCallback<HTMLElement> = useCallback((element) => {
      anchorRef.current = element
    }, [])
    const isOffered = useCapability(panel.chats ? 'cardWindow' : 'window')
    if (!isOffered) return null

    const trigger: TriggerProps = {
      ref,
      onClick: () => request(!isOpen, 'trigger'),
      'aria-expanded': isOpen,
      'aria-haspopup': 'dialog',
      'aria-controls': wasOpened ? id : undefined,
    }
    return (
      <>
        {typeof slots.trigger === 'function' ? (
          slots.trigger(trigger)
        ) : (
          <button type="button" {...look.root('trigger', 'cc-root cc-button')} {...trigger}>
            {slots.trigger === undefined ? (
              <TriggerContent {...panel} />
            ) : (
              <span className="cc-slot">{renderSlot(slots.trigger, trigger)}</span>
            )}
          </button>
        )}
        {wasOpened ? (
          <OverlayPanel
            id={id}
            kind="popover"
            state={state}
            anchorRef={anchorRef}
            attributes={look.root('panel')}
            panel={panel}
            look={look}
          />
        ) : null}
      </>
    )
  },
)

function TriggerContent({ label, labels, appearance, classNames }: PanelProps): ReactNode {
  const words = useWords(labels)
  return (
    <>
      <span aria-hidden="true" className="cc-icon cc-icon-chat" />
      <span>{`${label ?? words.chats} `}</span>
      <UnansweredBadge
        label={labels?.unanswered}
        labels={labels?.badge}
        appearance={appearance}
        classNames={classNames}
      />
    </>
  )
}
