import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** A menu that hangs from a button: closed by Escape, which gives the focus back, and by whatever happens elsewhere. */
export function useMenu(): {
  isOpen: boolean
  setIsOpen: (isOpen: boolean) => void
  /** Around button and menu. */
  area: RefObject<HTMLFieldSetElement | null>
  handleKeyDown: (event: KeyboardEvent) => void
} {
  const [isOpen, setIsOpen] = useState(false)
  const area = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const close = ({ target }: Event): void => {
      if (target instanceof Node && !area.current?.contains(target)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [isOpen])

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation() // What is around has its own use for Escape.
    setIsOpen(false)
    area.current?.querySelector('button')?.focus()
  }

  return { isOpen, setIsOpen, area, handleKeyDown }
}
