/**
 * Returns true for an element of a frame that lies over a panel: a browser without `moveBefore` has it at the end of the page,
 * and the window's container owns it.
 */
export function isLaidOver({ element, panel }: { element: Element; panel: Element }): boolean {
  const layer = element.closest('[data-cc-layer]')
  return layer !== null && owns(panel, layer.id)
}

function owns(root: ParentNode, id: string): boolean {
  return [...root.querySelectorAll('*')].some(
    (each) => each.getAttribute('aria-owns') === id || (each.shadowRoot !== null && owns(each.shadowRoot, id)),
  )
}
