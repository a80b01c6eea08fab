import { routes } from '@crm-chat/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apis } from '../../../vendors/inventory/apis.ts'
import { findExamples } from '../../../vendors/inventory/findExamples.ts'
import type { InventoryItem } from '../../../vendors/inventory/inventory.ts'
import { type Reach, type Reached, toCoverage } from '../../../vendors/inventory/toCoverage.ts'
import { vendorNames } from '../backends/vendors.ts'
import { createFindUse } from './people.ts'
import { probe, refuseUnknown } from './probes.ts'
import { type Rig, startRig } from './startRig.ts'
import { steps } from './steps.ts'
import { findStories } from './stories.ts'
import { unneeded } from './unneeded.ts'

/** By `<api> <kind> <name>`, in the order of the operations. */
const reached = new Map<string, Reached>()

const file = 'packages/proxy/test/coverage/coverage.test.ts'

function add({ id, operation, test }: { id: string; operation: string; test: string }): void {
  const known = reached.get(id)
  if (!known) reached.set(id, { operations: [operation], test: `\`${file}\`: ${test}` })
  else if (!known.operations.includes(operation)) known.operations.push(operation)
}

const idOf = (api: string, { kind, name }: InventoryItem): string => `${api} ${kind} ${name}`

describe.each(vendorNames)('%s', (vendor) => {
  const items = apis.find(({ entry }) => entry === vendor)?.items ?? []
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig(vendor)
  })
  afterAll(() => rig.close())

  it.each(steps[vendor].map((step) => ({ step, name: [step.operation, step.variant].filter(Boolean).join(': ') })))(
    '$name',
    async ({ step, name }) => {
      await step.run({ rig, chat: rig.renew() })
      const called = rig.reached()
      const isOf = ({ kind, export: called_, name: itemName }: InventoryItem): boolean => {
        const variant = / \(([^)]+)\)$/.exec(itemName)?.[1]
        return kind === 'endpoint' && called.has(called_) && (variant === undefined || variant === step.variant)
      }
      for (const item of items.filter(isOf))
        add({ id: idOf(vendor, item), operation: `\`${step.operation}\``, test: `${vendor} > ${name}` })
    },
  )

  it.each(items.filter(({ kind }) => kind !== 'endpoint'))('$kind $name', async (item) => {
    const outcome = await probe({ rig, item })
    if (!outcome) return expect(toReason(vendor, item)).toBeDefined()
    const { operation, outcome: words } = outcome
    const name = operation.startsWith('`') ? operation : `\`${operation}\``
    add({ id: idOf(vendor, item), operation: `${name}: ${words}`, test: `${vendor} > ${item.kind} ${item.name}` })
  })

  it('a refusal with an unknown code', async () => {
    expect(await refuseUnknown(rig)).toEqual({
      code: 'upstream_refused',
      message: 'The vendor refused this request.',
    })
  })
})

function toReason(api: string, { export: exported }: InventoryItem): string | undefined {
  return unneeded[`${api}.${exported}`] ?? unneeded[`${api}.${exported.split('.')[0]}`]
}

const reach: Reach = ({ entry, item }) =>
  reached.get(idOf(entry, item)) ?? { operations: [], test: '', reason: toReason(entry, item) }

describe('docs/coverage.md', () => {
  const all = apis.flatMap(({ entry, items }) => items.map((item) => ({ entry, item })))

  it('has an operation or a reason for each endpoint, event, code and value, and not both', () => {
    const without = all.filter(
      ({ entry, item }) => reached.has(idOf(entry, item)) === (toReason(entry, item) !== undefined),
    )
    expect(without.map(({ entry, item }) => idOf(entry, item))).toEqual([])
  })

  it('has a component and a story for each of them that a person would use, or the reason why nobody does', () => {
    const findUse = createFindUse()
    const gaps = all.flatMap(({ entry, item }) => {
      const { uses, components, stories, reason } = findUse(reach({ entry, item }))
      if (reason !== undefined) return components.length + stories.length > 0 ? [`${uses.join(', ')}: both`] : []
      const missing = [components.length === 0 && 'component', stories.length === 0 && 'story'].filter(Boolean)
      return missing.length === 0 ? [] : [`${uses.join(', ')}: no ${missing.join(', no ')}`]
    })
    expect([...new Set(gaps)].sort()).toEqual([])
  })

  it('names a known operation in each tag of a story', () => {
    const unknown = findStories().flatMap(({ file, operations }) =>
      operations.filter((name) => !(name in routes)).map((name) => `${file}: @${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('is as the code says', async () => {
    const page = toCoverage({
      apis,
      examples: await findExamples(),
      reach,
      use: createFindUse(),
    })
    await expect(page).toMatchFileSnapshot('../../../../docs/coverage.md')
  })
})
