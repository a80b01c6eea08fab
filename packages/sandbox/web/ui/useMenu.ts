import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** State of a drop-down menu. Escape closes it and returns the focus; a click or focus elsewhere closes it too. */
export function useMenu(): {
  isOpen: boolean
  setIsOpen: (isOpen: boolean) => void
  /** Wraps the button and the menu. */
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
    event.stopPropagation() // Elements around the menu also react to Escape.
    setIsOpen(false)
    area.current?.querySelector('button')?.focus()
  }

  return { isOpen, setIsOpen, area, handleKeyDown }
}
