/** Attributes of a node by name. Null removes one, and a function listens for the event of its name. */
export type Attributes = Readonly<Record<string, string | null | (() => void)>>

/** Creates an element. No HTML is parsed, so text stays text, under strict policies too. */
export function createNode<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag)
  setAttributes(node, attributes)
  node.append(...children)
  return node
}

/** Sets, or removes, several attributes of an element. */
export function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) node.removeAttribute(name)
    else if (typeof value === 'string') node.setAttribute(name, value)
    else node.addEventListener(name, value)
  }
}
