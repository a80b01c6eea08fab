import { type ComponentNames, kitNames } from '@crm-chat/core/look'
import { type ComponentType, createElement } from 'react'
import { expect, onTestFinished } from 'vitest'
import { render } from 'vitest-browser-react'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { addElement } from '../../elements/test/addElement.ts'
import {
  ChatDialog,
  ChatDrawer,
  ChatLauncher,
  ChatPanel,
  ChatPopover,
  ChatProvider,
  ChatWindow,
  UnansweredBadge,
} from '../src/index.ts'

/** Name of a component that both kits draw. */
export type Kind = Exclude<keyof typeof kitNames, 'tabBadge'>

/** One component as one of the kits shows it. */
export interface Shown {
  world: OpenWorld
  /** The outermost part, or null while nothing is drawn. */
  root: () => Element | null
  /** All elements of the component in order, those in shadow roots included, and the custom elements left out. */
  elements: () => HTMLElement[]
  /** Markup without what may differ: ids, addresses of frames, and names of parts. */
  markup: () => string
  /** Bodies of the requests for a window. */
  windowRequests: () => Promise<unknown[]>
  click: (selector: string) => Promise<void>
}

/** Values of a component's props, by the names of the React kit. */
export type Props = Readonly<Record<string, unknown>>

const components = {
  window: ChatWindow,
  panel: ChatPanel,
  popover: ChatPopover,
  drawer: ChatDrawer,
  dialog: ChatDialog,
  badge: UnansweredBadge,
  launcher: ChatLauncher,
}

/** Shows a component twice, in boxes of one size: with React, and as a custom element with the attributes of the table. */
export async function showBoth(
  kind: Kind,
  props: Props,
  prepare: (world: OpenWorld) => Promise<void>,
): Promise<Shown[]> {
  const react = { world: openWorld(), box: addBox() }
  const elements = { world: openWorld(), box: addBox() }
  for (const { world } of [react, elements]) await prepare(world)
  const component = components[kind] as ComponentType // The table, not the compiler, says which props it is given.
  await render(createElement(ChatProvider, { endpoint: react.world.endpoint }, createElement(component, props)), {
    container: react.box,
  })
  const element = addElement(kitNames[kind].element, {
    endpoint: elements.world.endpoint,
    ...toAttributes(kind, props),
  })
  elements.box.append(element)
  return [react, elements].map(({ world, box }) => toShown({ world, box }))
}

function addBox(): HTMLElement {
  const box = document.body.appendChild(document.createElement('div'))
  box.style.cssText = 'position: relative; width: 700px; height: 500px'
  onTestFinished(() => box.remove())
  return box
}

/** The attributes that stand for props: text as it is, true and functions as empty ones, and anything else as JSON. */
function toAttributes(kind: Kind, props: Props): Record<string, string> {
  const { attributes }: ComponentNames = kitNames[kind]
  const toText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  return Object.fromEntries(
    Object.entries(props)
      .filter(([prop, value]) => value !== false && (attributes[prop] || typeof value !== 'function'))
      .map(([prop, value]) => [attributes[prop] ?? prop, isSwitch(value) ? '' : toText(value)]),
  )
}

const isSwitch = (value: unknown): boolean => value === true || typeof value === 'function'

function toShown({ world, box }: { world: OpenWorld; box: HTMLElement }): Shown {
  const root = (): Element | null => listElements(box)[0] ?? null
  return {
    world,
    root,
    elements: () => listElements(box),
    markup: () => toMarkup(box),
    windowRequests: async () => {
      const { requests } = await world.see()
      return requests.filter(({ operation }) => operation === 'window').map(({ body }) => JSON.parse(body))
    },
    click: async (selector) => {
      const find = (): HTMLElement | undefined => listElements(box).find((element) => element.matches(selector))
      await expect.poll(find).toBeDefined()
      find()?.click()
    },
  }
}

/** Elements that draw nothing themselves. */
const isTransparent = (element: Element): boolean => /^(crm-chat-|slot$)/.test(element.localName)

function childrenOf(parent: Element): Node[] {
  const children = [...(parent.shadowRoot ?? parent).childNodes]
  return children.filter((child) => !(child instanceof Element && child.matches('.cc-slot[hidden]'))) // Slots without content.
}

function listElements(parent: Element): HTMLElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (!(child instanceof HTMLElement)) return []
    return isTransparent(child) ? listElements(child) : [child, ...listElements(child)]
  })
}

function toMarkup(parent: Element): string {
  return childrenOf(parent)
    .map((child) => {
      if (!(child instanceof Element)) return child.textContent
      if (isTransparent(child)) return toMarkup(child)
      return `<${child.localName}${describeAttributes(child)}>${toMarkup(child)}</${child.localName}>`
    })
    .join('')
}

function describeAttributes(element: Element): string {
  return [...element.attributes]
    .filter(({ name }) => !['id', 'part', 'exportparts', 'src'].includes(name))
    .map(
      ({ name, value }) =>
        ` ${name}="${/^aria-(?:controls|labelledby|owns)$/.test(name) ? 'an id' : toComparable(value)}"`,
    )
    .sort()
    .join('')
}

/** Each popover has a name of its own for what it stands beside. */
function toComparable(value: string): string {
  return value.trim().replace(/--cc-anchor-\d+/, 'an anchor')
}
