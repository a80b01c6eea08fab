import { X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../words/speech.ts'
import { IconButton } from './IconButton.tsx'
import { startTimer } from './timers.ts'
import { hideToast, type Toast, undoToast, useToasts } from './toasts.ts'

/**
 * The notices of what was done, in one live region. They stay while they are pointed at or have the focus. Ctrl+Z outside of
 * a text takes back the latest.
 */
export function Toasts(): ReactNode {
  const words = useWords()
  const toasts = useToasts()
  const [isHeld, setIsHeld] = useState(false)
  useUndoKey()
  return (
    <section
      aria-label={words.notices}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="pointer-events-none fixed inset-x-3 bottom-[calc(0.75rem+var(--bottom-bar,0px))] z-30 flex flex-col items-start gap-2 sm:start-4"
    >
      <div role="status" className="contents">
        {toasts.map((toast) => (
          <ToastView key={toast.id} toast={toast} isHeld={isHeld} />
        ))}
      </div>
    </section>
  )
}

function ToastView({ toast, isHeld }: { toast: Toast; isHeld: boolean }): ReactNode {
  const words = useWords()
  const { id, text, onUndo, isProblem } = toast
  useEffect(() => {
    if (isHeld) return
    return startTimer(() => hideToast(id), isProblem || onUndo ? 10_000 : 5_000)
  }, [id, isHeld, isProblem, onUndo])
  return (
    <div
      className={`pointer-events-auto flex max-w-full items-center gap-1 rounded-lg border bg-raised py-1 ps-3.5 pe-1 text-ink shadow-float ${isProblem ? 'border-danger' : 'border-line'}`}
    >
      <p className="me-2 min-w-0 wrap-anywhere">{text}</p>
      {onUndo && (
        <button
          type="button"
          onClick={() => undoToast(toast)}
          className="h-8 rounded-md px-2.5 font-semibold text-accent-strong hover:bg-accent-soft pointer-coarse:h-11"
        >
          {words.undo}
        </button>
      )}
      <IconButton icon={X} label={words.close} onClick={() => hideToast(id)} />
    </div>
  )
}

function useUndoKey(): void {
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent): void => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
      const isText = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')
      const latest = useToasts.getState().findLast(({ onUndo }) => onUndo)
      if (!isUndo || isText || !latest) return
      event.preventDefault()
      undoToast(latest)
    }
    document.addEventListener('keydown', handleKeyDown)
    return () => document.removeEventListener('keydown', handleKeyDown)
  }, [])
}
