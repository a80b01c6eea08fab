/** All elements below, those in shadow roots included. */
export function listElements(parent: Element): HTMLElement[] {
  return [...(parent.shadowRoot ?? parent).children].flatMap((child) =>
    child instanceof HTMLElement ? [child, ...listElements(child)] : [],
  )
}
