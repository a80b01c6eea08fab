import { type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'

interface DialogProps {
  label: string
  onClose: () => void
  /** A form sheet, or a dark full-screen viewer. @default 'sheet' */
  look?: 'sheet' | 'viewer'
  children: ReactNode
}

const looks = {
  sheet:
    'm-auto max-h-[min(44rem,100dvh-2rem)] w-[min(52rem,100vw-2rem)] flex-col overflow-hidden rounded-2xl border border-line bg-surface text-ink shadow-2xl backdrop:bg-black/45 open:flex max-wide:m-0 max-wide:h-dvh max-wide:max-h-none max-wide:w-screen max-wide:max-w-none max-wide:rounded-none max-wide:border-0',
  viewer: 'm-0 h-dvh max-h-none w-screen max-w-none flex-col bg-black/93 open:flex',
}

/** A modal dialog, closed with Escape, by a click beside it, or from inside. The focus returns to its old place. */
export function Dialog({ label, onClose, look = 'sheet', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  function handleClick(event: MouseEvent): void {
    if (event.target === dialog.current) onClose() // A click on the backdrop.
  }

  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={() => dialog.current?.open || onClose()}
      onClick={handleClick}
      onKeyDown={keepEscape}
      className={looks[look]}
    >
      {children}
    </dialog>
  )
}

/** Keeps Escape from reaching handlers around the dialog. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation()
}
