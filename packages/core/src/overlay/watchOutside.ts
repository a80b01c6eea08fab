import { isLaidOver } from './isLaidOver.ts'

/** Parameters of {@link watchOutside}. */
export interface WatchOutsideParameters {
  panel: HTMLElement
  /** A press on what opens the panel is answered there. */
  anchor: HTMLElement | null
  onOutside: () => void
  signal: AbortSignal
}

/**
 * Calls back when somebody presses and releases outside of a panel. A text that is selected from the inside to the outside, a
 * page that is scrolled by a finger, and a button that is pressed by a key are none of it.
 */
export function watchOutside({ panel, anchor, onOutside, signal }: WatchOutsideParameters): void {
  const isOutside = (event: MouseEvent): boolean => {
    const path = event.composedPath()
    if (path[0] === panel) return !isWithin(panel.getBoundingClientRect(), event) // Its backdrop.
    return !path.some(
      (each) => each === panel || each === anchor || (each instanceof Element && isLaidOver({ element: each, panel })),
    )
  }
  let hasBegunOutside = false
  const watching = { capture: true, signal }
  document.addEventListener(
    'pointerdown',
    (event) => {
      hasBegunOutside = isOutside(event)
    },
    watching,
  )
  document.addEventListener(
    'click',
    (event) => {
      if (hasBegunOutside && event.detail > 0 && isOutside(event)) onOutside()
      hasBegunOutside = false
    },
    watching,
  )
}

function isWithin(box: DOMRect, { clientX, clientY }: MouseEvent): boolean {
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom
}
