import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as conversation from './index.ts'

interface Named {
  name: string
  description: string
}

const manifest: {
  modules: { path: string; declarations: (Named & { attributes: Named[]; members: Named[] })[] }[]
} = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'))
const declarations = manifest.modules.find(({ path }) => path === 'dist/conversation/index.js')?.declarations ?? []
const classes = Object.entries(conversation).filter(([name]) => name.endsWith('Element'))

test('the manifest has every element of this entry', () => {
  expect(declarations.map(({ name }) => name).sort()).toEqual(classes.map(([name]) => name).sort())
})

test.each(declarations)('the manifest has what $name takes, and explains it', ({ name, attributes, members }) => {
  const element = Object.fromEntries(classes)[name] as { observedAttributes?: string[]; prototype: object } | undefined
  const names = attributes.map((attribute) => attribute.name)
  expect(names.filter((attribute) => attribute !== 'theme').sort()).toEqual(
    [...(element?.observedAttributes ?? [])].sort(),
  )
  expect(names).toContain('theme') // It works by CSS.
  for (const each of [...attributes, ...members]) expect(each.description, each.name).toMatch(/\.$/)
  for (const { name: member } of members) expect(member in (element?.prototype ?? {}), member).toBe(true)
})
