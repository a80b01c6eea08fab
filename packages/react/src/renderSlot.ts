import type { ReactNode } from 'react'

/** Content of your own: a node, or a function of what it is about. */
export type Slot<Values = void> = ReactNode | ((values: Values) => ReactNode)

/** Renders a slot. */
export function renderSlot<Values>(slot: Slot<Values>, values: Values): ReactNode {
  return typeof slot === 'function' ? slot(values) : slot
}
