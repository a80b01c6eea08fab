/** Lists an element and all around it, out of shadow roots, the innermost first. */
export function listAround(element: Element): Element[] {
  const parent = element.assignedSlot ?? element.parentNode
  const outer = parent instanceof ShadowRoot ? parent.host : parent
  return outer instanceof Element ? [element, ...listAround(outer)] : [element]
}

/** Returns the innermost element around another one, itself included, that a selector matches. */
export function findAround(element: Element, selector: string): Element | undefined {
  return listAround(element).find((around) => around.matches(selector))
}
