import { createNode } from './createNode.ts'

/** Draws one of the look's icons. It says nothing to assistive technology. */
export function createIcon(name: 'chat' | 'close'): HTMLElement {
  return createNode('span', { 'aria-hidden': 'true', class: `cc-icon cc-icon-${name}` })
}
