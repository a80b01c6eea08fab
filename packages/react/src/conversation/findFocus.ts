/** Finds the element with the focus in the document, or in the shadow root, that another one belongs to. */
export function findFocus(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null
}
