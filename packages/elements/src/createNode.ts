/** What a node is made of. */
export interface NodeOptions {
  class?: string
  text?: string
  attributes?: Record<string, string>
  onClick?: () => void
}

/** Makes an element. No HTML is parsed, so that no text can become one, under strict policies too. */
export function createNode<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: NodeOptions = {},
  children: Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag)
  if (options.class) node.className = options.class
  if (options.text !== undefined) node.textContent = options.text
  for (const [name, value] of Object.entries(options.attributes ?? {})) node.setAttribute(name, value)
  if (options.onClick) node.addEventListener('click', options.onClick)
  node.append(...children)
  return node
}
