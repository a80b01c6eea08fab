'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { ChatLauncherProps } from './ChatLauncher.tsx'
import { ChatWindowView, type ChatWindowViewProps } from './ChatWindowView.tsx'
import { CloseIcon } from './icons/CloseIcon.tsx'

/** Props of {@link LauncherPanel}. */
export interface LauncherPanelProps {
  id: string
  isOpen: boolean
  placement: NonNullable<ChatLauncherProps['placement']>
  title: string
  closeLabel: string
  onClose: () => void
  window: ChatWindowViewProps
}

/** The launcher's panel. Closed, it is invisible and out of the tab order, but its frame lives on. */
export function LauncherPanel(props: LauncherPanelProps): ReactNode {
  const { id, isOpen, placement, title, closeLabel, onClose, window } = props
  const panelRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!panelRef.current) return
    panelRef.current.inert = !isOpen // At once, also while it still fades. As a prop, React 18 does not know it.
    if (isOpen) panelRef.current.focus()
  }, [isOpen])
  return (
    <div
      ref={panelRef}
      id={id}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      data-open={isOpen}
      className={`${panelLook} ${sides[placement]} ${isOpen ? openLook : closedLook}`}
    >
      <header className="cc:flex cc:h-13 cc:shrink-0 cc:items-center cc:justify-between cc:border-b cc:border-line cc:ps-4 cc:pe-2">
        <span className="cc:text-title cc:font-semibold">{title}</span>
        <button type="button" className={`cc-button ${closeLook}`} onClick={onClose}>
          <CloseIcon />
          <span className="cc:sr-only">{closeLabel}</span>
        </button>
      </header>
      <div className="cc:min-h-0 cc:flex-1">
        <ChatWindowView {...window} title={title} className="cc:min-h-0" />
      </div>
    </div>
  )
}

const panelLook =
  'cc:absolute cc:z-1 cc:bottom-full cc:mb-3 cc:flex cc:h-[min(680px,calc(100dvh-120px))] cc:w-[min(420px,calc(100vw-40px))] cc:flex-col cc:overflow-hidden cc:rounded-panel cc:border cc:border-line cc:bg-surface cc:text-ink cc:shadow-panel cc:outline-none cc:motion-reduce:transition-none cc:max-sm:fixed cc:max-sm:inset-0 cc:max-sm:mb-0 cc:max-sm:h-dvh cc:max-sm:w-full cc:max-sm:rounded-none cc:max-sm:border-0 cc:max-sm:pt-[env(safe-area-inset-top)] cc:max-sm:pb-[env(safe-area-inset-bottom)]'
const sides = { 'bottom-end': 'cc:end-0 cc:origin-bottom-right', 'bottom-start': 'cc:start-0 cc:origin-bottom-left' }
const openLook = 'cc:visible cc:opacity-100 cc:transition-[opacity,scale] cc:duration-150'
const closedLook =
  'cc:invisible cc:scale-97 cc:opacity-0 cc:transition-[opacity,scale,visibility] cc:duration-150 cc:pointer-events-none'
const closeLook =
  'cc:flex cc:size-9 cc:items-center cc:justify-center cc:rounded-control cc:text-ink-soft cc:transition-colors cc:hover:bg-sunken cc:hover:text-ink cc:focus-visible:outline-2 cc:focus-visible:outline-accent'
