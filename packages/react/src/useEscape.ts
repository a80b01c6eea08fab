'use client'

import { type RefObject, useEffect } from 'react'

/** Options of {@link useEscape}. */
export interface UseEscapeOptions {
  /** Only keys pressed inside this element count: the CRM's own dialogs use Escape too. */
  ref: RefObject<HTMLElement | null>
  enabled: boolean
  onEscape: () => void
}

/** Calls back when Escape is pressed inside an element. Keys pressed inside a frame do not reach the page. */
export function useEscape({ ref, enabled, onEscape }: UseEscapeOptions): void {
  useEffect(() => {
    const element = ref.current
    if (!enabled || !element) return
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onEscape()
    }
    element.addEventListener('keydown', handleKeyDown)
    return () => element.removeEventListener('keydown', handleKeyDown)
  }, [ref, enabled, onEscape])
}
