import { type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'

interface DialogProps {
  label: string
  className: string
  onClose: () => void
  children: ReactNode
}

/** A modal dialog, closed with Escape, by a click beside it, or from inside. The focus returns to its old place. */
export function Dialog({ label, className, onClose, children }: DialogProps): ReactNode {
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
      className={className}
    >
      {children}
    </dialog>
  )
}

/** Keeps Escape from reaching handlers around the dialog. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation()
}
