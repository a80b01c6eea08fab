'use client'

import { createOverlay, type OverlayKind } from '@crm-chat/core/look'
import { type ReactNode, type RefObject, useRef } from 'react'
import { PanelContent } from './PanelContent.tsx'
import type { CardPanelProps } from './panelProps.ts'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.ts'
import type { Look, LookAttributes } from './useLook.ts'
import type { OpenState } from './useOpen.ts'
import { useWords } from './useWords.ts'

/** Props of {@link OverlayPanel}. */
export interface OverlayPanelProps {
  id: string
  kind: OverlayKind
  /** Makes a drawer modal. */
  modal?: boolean
  /** Edge of the page that a drawer is at. */
  side?: 'start' | 'end'
  state: OpenState
  /** Element that opens it. */
  anchorRef?: RefObject<HTMLElement | null>
  attributes: LookAttributes
  panel: CardPanelProps
  look: Look
}

/** A panel over the page. While it is closed, it is invisible and out of the tab order, but its frame stays alive. */
export function OverlayPanel(props: OverlayPanelProps): ReactNode {
  const { id, kind, modal = false, side, state, anchorRef, attributes, panel, look } = props
  const { isOpen, isUntouched, request, overlayRef } = state
  const panelRef = useRef<HTMLDialogElement>(null)
  const words = useWords(panel.labels)
  const latest = useRef({ request, words })
  useBrowserLayoutEffect(() => {
    latest.current = { request, words }
  })
  useBrowserLayoutEffect(() => {
    const element = panelRef.current
    if (!element) return
    const overlay = createOverlay({
      panel: element,
      kind,
      modal,
      anchor: () => anchorRef?.current ?? null,
      names: () => latest.current.words,
      onDismiss: (reason) => latest.current.request(false, reason),
    })
    overlayRef.current = overlay
    return overlay.end
  }, [kind, modal, anchorRef, overlayRef])
  useBrowserLayoutEffect(() => {
    overlayRef.current?.setOpen(isOpen, { focus: !isUntouched })
  }, [isOpen, kind, modal, overlayRef])
  const titleId = `${id}-title`
  return (
    <dialog
      ref={panelRef}
      id={id}
      {...attributes}
      {...{ popover: 'manual' }} // Unknown to the types of React 18.
      tabIndex={-1}
      data-kind={kind}
      data-side={side}
      aria-labelledby={titleId}
    >
      <PanelContent
        panel={panel}
        look={look}
        titleId={titleId}
        hidden={!isOpen}
        onClose={() => request(false, 'close')}
      />
    </dialog>
  )
}
