import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as elements from './index.ts'
import { slotNames } from './window/slots.ts'

interface Named {
  name: string
  description: string
}

interface Declaration extends Named {
  tagName: string
  attributes: Named[]
  members: (Named & { kind: string; readonly?: true })[]
  events: Named[]
  slots: Named[]
  cssParts: Named[]
}

const manifest: { modules: { path: string; declarations: Declaration[] }[] } = JSON.parse(
  readFileSync(new URL('../custom-elements.json', import.meta.url), 'utf8'),
)
const declarations = manifest.modules.find(({ path }) => path === 'dist/index.js')?.declarations ?? []
const classes = new Map(Object.entries(elements).filter(([name]) => name.endsWith('Element')))
const namesOf = (list: Named[]): string[] => list.map(({ name }) => name).sort()

test('the manifest has every element', () => {
  expect(namesOf(declarations)).toEqual([...classes.keys()].sort())
})

test.each(declarations)('the manifest has what $name takes, and explains it', (declaration) => {
  const { name, attributes, members, events, slots, cssParts } = declaration
  const element = classes.get(name) as { observedAttributes: string[]; prototype: object }
  const byCss = attributes.filter(({ name: attribute }) => ['theme', 'dir'].includes(attribute))
  expect(byCss.length).toBe(name === 'CrmChatTabBadgeElement' ? 0 : 2)
  expect(namesOf(attributes.filter((each) => !byCss.includes(each)))).toEqual([...element.observedAttributes].sort())
  expect(namesOf(members)).toEqual(listMembers(element.prototype))
  for (const each of [...attributes, ...members, ...events, ...slots, ...cssParts])
    expect(each.description, each.name).toMatch(/\.$/)
  if (members.some((each) => each.name === 'retry'))
    expect(namesOf(slots)).toEqual(expect.arrayContaining([...slotNames]))
})

/** Public members of a class and of ours above it. */
function listMembers(prototype: object): string[] {
  const own = Object.getOwnPropertyNames(prototype).filter((name) => !internal.has(name))
  const parent = Object.getPrototypeOf(prototype)
  const all = parent && parent !== Object.prototype ? [...own, ...listMembers(parent)] : own
  return [...new Set(all)].sort()
}

const internal = new Set(
  'constructor connectedCallback connectedMoveCallback disconnectedCallback attributeChangedCallback listen draw isClosable outermost watchOffer placePanel press'.split(
    ' ',
  ),
)
