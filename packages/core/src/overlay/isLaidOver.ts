/**
 * Returns true for an element of a frame that lies over a panel: a browser without `moveBefore` has it at the end of the page,
 * and the window's container owns it.
 */
export function isLaidOver({ element, panel }: { element: Element; panel: Element }): boolean {
  const layer = element.closest('[data-cc-layer]')
  return layer !== null && owns(panel, layer)
}

function owns(root: ParentNode, layer: Element): boolean {
  return [...root.querySelectorAll('*')].some(
    (each) =>
      each.getAttribute('aria-owns') === layer.id ||
      each.ariaOwnsElements?.includes(layer) || // Out of a shadow root.
      (each.shadowRoot !== null && owns(each.shadowRoot, layer)),
  )
}
