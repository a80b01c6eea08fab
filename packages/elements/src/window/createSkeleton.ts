import { createNode } from '../createNode.ts'

/** The shape of a messenger, while it is on its way. */
export function createSkeleton({ label, withList }: { label: string; withList: boolean }): HTMLElement {
  const thread = createNode('div', { class: 'thread' }, [person(), messages(), composer()])
  const list = createNode('div', { class: 'list' }, Array.from({ length: 6 }, person))
  const shape = createNode('div', { class: 'skeleton', attributes: { 'aria-hidden': 'true' } })
  shape.append(...(withList ? [list, thread] : [thread]))
  return createNode('div', { class: 'state', attributes: { role: 'status' } }, [
    createNode('span', { class: 'spoken', text: label }),
    shape,
  ])
}

function person(): HTMLElement {
  return createNode('div', { class: 'person' }, [
    createNode('div', { class: 'face' }),
    createNode('div', { class: 'line' }),
  ])
}

function messages(): HTMLElement {
  const bubbles = ['bubble', 'bubble', 'bubble own', 'bubble', 'bubble own']
  return createNode(
    'div',
    { class: 'messages' },
    bubbles.map((name) => createNode('div', { class: name })),
  )
}

function composer(): HTMLElement {
  return createNode('div', { class: 'composer' }, [createNode('div', { class: 'input' })])
}
