/**
 * Lists the frames of the windows in an element, also those that lie over it: a browser without `moveBefore` has them in a
 * layer at the end of the page, which the window's container owns.
 */
export function framesOf(element: ParentNode | null | undefined): HTMLIFrameElement[] {
  if (!element) return []
  const owners = [...(element instanceof Element ? [element] : []), ...element.querySelectorAll('[aria-owns]')]
  const layers = owners.flatMap((owner) => [
    document.getElementById(owner.getAttribute('aria-owns') ?? ''),
    ...(owner.ariaOwnsElements ?? []), // Out of a shadow root.
  ])
  return [...new Set([element, ...layers].flatMap((each) => [...(each?.querySelectorAll('iframe') ?? [])]))]
}
