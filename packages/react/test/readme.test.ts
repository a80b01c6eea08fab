import { readFile } from 'node:fs/promises'
import { type ComponentNames, kitNames } from '@crm-chat/core/look'
import { expect, test } from 'vitest'

const kits: ComponentNames[] = Object.values(kitNames)

test.each([
  [
    'react',
    kits.flatMap(({ component, attributes, events }) => [component, ...Object.keys({ ...attributes, ...events })]),
  ],
  [
    'elements',
    kits.flatMap(({ element, attributes, events }) => [element, ...Object.values({ ...attributes, ...events })]),
  ],
  ['elements', kits.flatMap(({ parts }) => parts)],
  ['react', kits.flatMap(({ parts }) => parts.map((part) => `cc-${part}`))],
])('the README of %s has the names %s', async (name, names) => {
  const readme = await readFile(new URL(`../../${name}/README.md`, import.meta.url), 'utf8')
  expect(names.filter((each) => !new RegExp(`\`${each}[\`(="]`).test(readme))).toEqual([])
})
