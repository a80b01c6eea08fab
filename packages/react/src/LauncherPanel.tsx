'use client'

import { keepFocus } from '@crm-chat/core/look'
import { type ReactNode, useEffect, useRef } from 'react'
import { ChatWindow, type ChatWindowProps } from './ChatWindow.tsx'

/** Props of {@link LauncherPanel}. */
export interface LauncherPanelProps {
  id: string
  isOpen: boolean
  label: string
  closeLabel: string
  onClose: () => void
  window: ChatWindowProps
}

/** A launcher's panel. While it is closed it is invisible and out of the tab order, but its frame stays alive. */
export function LauncherPanel({ id, isOpen, label, closeLabel, onClose, window }: LauncherPanelProps): ReactNode {
  const panelRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const panel = panelRef.current
    if (!panel) return
    panel.inert = !isOpen // At once, also while it still fades. As a prop, React 18 does not know it.
    if (!isOpen) return
    panel.focus()
    return keepFocus(panel)
  }, [isOpen])
  return (
    <div ref={panelRef} id={id} role="dialog" aria-label={label} tabIndex={-1} data-open={isOpen} className="cc-panel">
      <div className="cc-panel-bar">
        <span>{label}</span>
        <button type="button" className="cc-button cc-close" onClick={onClose}>
          <span aria-hidden="true" className="cc-icon cc-icon-close" />
          <span className="cc-spoken">{closeLabel}</span>
        </button>
      </div>
      <div className="cc-panel-body">
        <ChatWindow {...window} label={label} hidden={!isOpen} />
      </div>
    </div>
  )
}
