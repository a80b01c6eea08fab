'use client'

import type { ForwardedRef, ReactNode } from 'react'
import type { CardPanelProps } from './panelProps.ts'
import { renderSlot } from './renderSlot.ts'
import type { Look } from './useLook.ts'
import { useWords } from './useWords.ts'
import { type WindowHandle, WindowView } from './WindowView.tsx'

/** Props of {@link PanelContent}. */
export interface PanelContentProps {
  panel: CardPanelProps
  look: Look
  titleId: string
  /** True while nobody sees it. */
  hidden: boolean
  onClose?: (() => void) | undefined
  handle?: ForwardedRef<WindowHandle>
}

/** The inside of a panel: its heading, its window, and its one button that closes it, which follows the frame in the order of focus. */
export function PanelContent({ panel, look, titleId, hidden, onClose, handle = null }: PanelContentProps): ReactNode {
  const words = useWords(panel.labels)
  const { label = words.chats, slots = {} } = panel
  return (
    <>
      <div {...look.part('bar')}>
        <h2 {...look.part('title')} id={titleId}>
          {label}
        </h2>
        {slots.actions === undefined ? null : <div className="cc-slot">{renderSlot(slots.actions, undefined)}</div>}
      </div>
      <div {...look.part('body')}>
        <WindowView
          window={{ ...panel, label, hidden, className: undefined, dir: undefined }}
          isNamed={false}
          handle={handle}
        />
      </div>
      {onClose ? (
        <button type="button" {...look.part('close', 'cc-button')} onClick={onClose}>
          <span aria-hidden="true" className="cc-icon cc-icon-close" />
          <span className="cc-spoken">{words.close}</span>
        </button>
      ) : null}
    </>
  )
}
