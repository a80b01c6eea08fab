import { isLaidOver } from './isLaidOver.ts'

/** Parameters of {@link rememberFocus}. */
export interface RememberFocusParameters {
  panel: HTMLElement
  anchor: () => HTMLElement | null
}

/** Returns a function that gives the focus back to where it is now, or to an opener where that cannot take it. */
export function rememberFocus({ panel, anchor }: RememberFocusParameters): () => void {
  const focused = findFocused()
  const before = focused && !panel.contains(focused) ? focused : null
  return () => {
    for (const place of [before, anchor()]) {
      place?.focus({ preventScroll: true })
      if (place && findFocused() === place) return
    }
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
