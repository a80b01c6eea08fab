import { createNode } from '../createNode.ts'

/** Slots of a window, and of every element that has one. */
export const slotNames = ['loading', 'error', 'empty', 'elsewhere'] as const

/** Name of a slot. */
export type SlotName = (typeof slotNames)[number]

/** Places for what a page draws in place of our own content. */
export interface Slots {
  elements: HTMLElement[]
  /** Shows what the page has put into a slot, and hides the others. Returns false where it has put nothing there. */
  show: (name: SlotName | undefined) => boolean
}

const roles: Partial<Record<SlotName, string>> = { loading: 'status', error: 'alert' }

/** Rules for the places of slots. */
export const slotRules = '.cc-slot[hidden] { display: none } .cc-slot slot { display: contents }'

/** Creates the places of a window's slots. `onChange` is called when the page fills or empties one. */
export function createSlots(onChange: () => void): Slots {
  const places = slotNames.map((name) => {
    const slot = createNode('slot', { name, slotchange: onChange })
    const look = name === 'loading' ? name : 'failure'
    return { name, slot, element: createNode('div', { class: `cc-${look} cc-slot`, hidden: '' }, slot) }
  })
  return {
    elements: places.map(({ element }) => element),
    show: (shown) => {
      for (const { name, slot, element } of places) {
        element.hidden = name !== shown || slot.assignedNodes({ flatten: true }).length === 0
        element.role = element.hidden ? null : (roles[name] ?? null) // Read out when it is shown.
      }
      return places.some(({ element }) => !element.hidden)
    },
  }
}
