import { readFile } from 'node:fs/promises'
import { type ComponentNames, kitNames } from '@crm-chat/core/look'
import { expect, test } from 'vitest'
import { readDocuments } from '../../../scripts/documents/readDocuments.ts'

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

/** The part of `custom-elements.json` that tells the attributes of each element. A test compares it with the elements. */
interface Manifest {
  modules: { declarations: { tagName: string; attributes: { name: string }[] }[] }[]
}

test('pages in documents have elements and attributes that exist', async () => {
  const blocks = readDocuments().flatMap((document) => document.blocks.filter(({ language }) => language === 'html'))
  expect(blocks.length).toBeGreaterThan(1)
  const manifest: Manifest = JSON.parse(
    await readFile(new URL('../../elements/custom-elements.json', import.meta.url), 'utf8'),
  )
  const known = new Map(
    manifest.modules.flatMap(({ declarations }) =>
      declarations.map(({ tagName, attributes }): [string, string[]] => [
        tagName,
        ['id', ...attributes.map(({ name }) => name)],
      ]),
    ),
  )
  const unknown = blocks.flatMap(({ place, code }) =>
    [...code.matchAll(/<(crm-chat-[a-z-]+)([^>]*)>/g)].flatMap(([, element = '', text = '']) => {
      const names = [...text.replace(/=("[^"]*"|'[^']*')/g, '=').matchAll(/ ([a-z-]+)(?==| |$)/g)].map(
        ([, name = '']) => name,
      )
      return names
        .filter((name) => !known.get(element)?.includes(name))
        .concat(known.has(element) ? [] : [element])
        .map((name) => ({ place, element, name }))
    }),
  )
  expect(unknown).toEqual([])
})
