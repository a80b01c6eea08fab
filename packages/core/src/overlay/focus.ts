import { isLaidOver } from './isLaidOver.ts'

/** Returns a function that gives the focus back to where it is now, or to an opener where nothing has it. */
export function rememberFocus(anchor: (() => HTMLElement | null) | undefined): () => void {
  const before = findFocused()
  return () => {
    const place = before?.isConnected ? before : anchor?.()
    place?.focus({ preventScroll: true })
  }
}

/** Returns true while the focus is in a panel, in a frame over it, or nowhere. */
export function isFocusInside(panel: HTMLElement): boolean {
  const focused = findFocused()
  return !focused || panel.matches(':focus-within') || isLaidOver({ element: focused, panel })
}

/** Returns the element that has the focus, also inside shadow roots. */
function findFocused(root: DocumentOrShadowRoot = document): HTMLElement | undefined {
  const { activeElement } = root
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return undefined
  return (activeElement.shadowRoot && findFocused(activeElement.shadowRoot)) ?? activeElement
}
