'use client'

import { reserveLauncherSpace } from '@crm-chat/core/look'
import { type ForwardRefExoticComponent, forwardRef, type RefAttributes, useId, useRef } from 'react'
import { OverlayPanel } from './OverlayPanel.tsx'
import type { PanelProps } from './panelProps.ts'
import { UnansweredBadge } from './UnansweredBadge.tsx'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.ts'
import { useCapability } from './useCapability.ts'
import { useLook } from './useLook.ts'
import { type OpenProps, type OverlayHandle, useOpen } from './useOpen.ts'
import { useWords } from './useWords.ts'

/** Props of {@link ChatLauncher}. */
export type ChatLauncherProps = PanelProps &
  OpenProps & {
    /** Corner of the page. @default 'bottom-end' */
    placement?: 'bottom-end' | 'bottom-start' | undefined
  }

/**
 * A floating button with the badge; it opens a panel with all of the user's chats. The window is created when the panel
 * is first opened, and stays alive while it is closed. Renders nothing where the proxy offers no window of all chats.
 */
export const ChatLauncher: ForwardRefExoticComponent<ChatLauncherProps & RefAttributes<OverlayHandle>> = forwardRef(
  function ChatLauncher(
    { placement = 'bottom-end', open, defaultOpen, onOpenChange, ...panel }: ChatLauncherProps,
    handle,
  ) {
    const state = useOpen({ open, defaultOpen, onOpenChange }, handle)
    const { labels, appearance, classNames } = panel
    const words = useWords(labels)
    const look = useLook(panel)
    const id = useId()
    const toggleRef = useRef<HTMLButtonElement>(null)
    const isOffered = useCapability('window')
    useBrowserLayoutEffect(() => (isOffered ? reserveLauncherSpace() : undefined), [isOffered])
    if (!isOffered) return null
    return (
      <div {...look.root('launcher')} data-placement={placement}>
        {state.wasOpened ? (
          <OverlayPanel
            id={id}
            kind="launcher"
            state={state}
            anchorRef={toggleRef}
            attributes={look.part('panel')}
            panel={panel}
            look={look}
          />
        ) : null}
        <button
          ref={toggleRef}
          type="button"
          {...look.part('toggle', 'cc-button')}
          aria-expanded={state.isOpen}
          aria-haspopup="dialog"
          aria-controls={state.wasOpened ? id : undefined}
          onClick={() => state.request(!state.isOpen, 'trigger')}
        >
          <span aria-hidden="true" className="cc-icon cc-icon-chat" />
          <span className="cc-spoken">{`${words.open} `}</span>
          <UnansweredBadge
            label={labels?.unanswered}
            labels={labels?.badge}
            appearance={appearance}
            classNames={classNames}
          />
        </button>
      </div>
    )
  },
)
