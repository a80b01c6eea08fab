import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Gives the focus back to the button that began an edit, once the edit has ended. A user who has gone elsewhere meanwhile stays
 * there.
 */
export function useReturnFocus({ isEditing }: { isEditing: boolean }): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useLayoutEffect(() => {
    const hasFocus = document.activeElement !== null && document.activeElement !== document.body
    if (wasEditing.current && !isEditing && !hasFocus) button.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  return button
}
