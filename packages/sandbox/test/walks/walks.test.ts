import { readFileSync } from 'node:fs'
import { whatomate, whatomateApp } from '@crm-chat/vendors/endpoints'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../startSandbox.ts'
import { createWalker } from './createWalker.ts'
import { findMismatches } from './findMismatches.ts'
import { walkSchema } from './walk.ts'

const walks = ['february2026', 'july2026', 'august2026'].map((name) =>
  walkSchema.parse(JSON.parse(readFileSync(new URL(`../fixtures/walks/${name}.json`, import.meta.url), 'utf8'))),
)

describe.each(walks)("the vendor's web app of $app", ({ steps }) => {
  it.each(['cookie', 'header', 'first frame'] as const)('works by %s, without a quirk', async (mode) => {
    const sandbox = await startSandbox()
    const { perform } = createWalker({ sandbox, mode })
    for (const step of steps) await perform(step)
    expect(steps.length).toBeGreaterThan(25)
  })

  it('asks for described endpoints only', () => {
    const known = [...Object.values(whatomate), ...Object.values(whatomateApp)].map(
      ({ method, path }) => new RegExp(`^${method} ${path.replaceAll(/:\w+/g, '[^/]+')}$`),
    )
    const requests = steps.flatMap((step) => ('request' in step ? [step.request.replace(/\?.*/, '')] : []))
    expect(requests.filter((request) => !known.some((pattern) => pattern.test(request)))).toEqual([])
  })
})

describe('a shape', () => {
  const shape = { id: 'uuid', name: '=Ann', tags: ['text'], 'notes*': [{ at: 'time' }], total: 2 }
  const value = { id: '5f0c7a1e-2b3d-4c5e-8f90-a1b2c3d4e5f6', name: 'Ann', tags: ['vip'], notes: [], total: 2 }

  it('fits a value of its form', () => {
    expect(findMismatches({ ...value, more: 1 }, shape)).toEqual([])
  })

  it.each([
    [{ id: 'seven' }, '.id'],
    [{ name: 'Bob' }, '.name'],
    [{ tags: [] }, '.tags'],
    [{ tags: ['vip', 1] }, '.tags[1]'],
    [{ notes: [{ at: 'soon' }] }, '.notes[0].at'],
    [{ notes: undefined }, '.notes'],
    [{ total: 3 }, '.total'],
  ])('tells of %j', (change, place) => {
    const found = findMismatches({ ...value, ...change }, shape)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${place} is `)
  })
})
