import { measureElement, type Virtualizer } from '@tanstack/react-virtual'

/**
 * Measures an element of a long list once the browser has laid it out, and takes the estimate until then: a measurement while the
 * list is drawn would make the browser lay out the page in the middle of that.
 */
export function measureLater<Scroll extends Element>(
  element: Element,
  entry: ResizeObserverEntry | undefined,
  list: Virtualizer<Scroll, Element>,
): number {
  if (entry) return measureElement(element, entry, list)
  return list.measurementsCache[list.indexFromElement(element)]?.size ?? 0
}
