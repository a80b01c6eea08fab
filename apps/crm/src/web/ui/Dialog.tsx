import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/speech.ts'
import { IconButton } from './IconButton.tsx'

/** Props of {@link Dialog}. */
export interface DialogProps {
  title: ReactNode
  /** A sentence below the title. */
  about?: ReactNode
  /** @default 'medium' */
  size?: keyof typeof sizes
  /** Called after it was closed. Remove the dialog then. */
  onClose: () => void
  /** A function gets `close`. The field with `autoFocus` has the focus first. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A modal dialog, for as long as it is rendered. The browser keeps the focus inside, and returns it afterwards. */
export function Dialog({ title, about, size = 'medium', onClose, children }: DialogProps): ReactNode {
  const words = useWords()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = (): void => dialog.current?.close()
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open) return
    element.showModal()
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className={`m-auto flex max-h-[calc(100dvh-2rem)] flex-col overflow-hidden rounded-xl border border-line bg-raised p-0 text-ink shadow-float backdrop:bg-black/40 ${sizes[size]}`}
    >
      <div className="flex shrink-0 items-start justify-between gap-4 border-b border-line px-5 py-3.5">
        <div className="min-w-0">
          <h2 id={titleId} className="text-base font-semibold tracking-tight wrap-anywhere">
            {title}
          </h2>
          {about && <p className="mt-0.5 text-soft">{about}</p>}
        </div>
        <IconButton icon={X} label={words.close} onClick={close} className="-me-1.5" />
      </div>
      <div className="min-h-0 overflow-y-auto px-5 py-4">
        {typeof children === 'function' ? children(close) : children}
      </div>
    </dialog>
  )
}

const sizes = {
  small: 'w-[min(26rem,calc(100vw-2rem))]',
  medium: 'w-[min(34rem,calc(100vw-2rem))]',
  large: 'w-[min(52rem,calc(100vw-2rem))]',
}
