import type { Vendor } from '@crm-chat/vendors/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emulatedVendors } from '../../src/emulatedVendors.ts'
import { createSandbox, type QuirkName, type Sandbox } from '../../src/index.ts'
import { probesByVendor } from '../../src/traffic/compare/compareAccount.ts'
import { toSide } from '../../src/traffic/compare/compareCommand.ts'
import type { Exchange } from '../../src/traffic/compare/exchange.ts'
import { comparisonSeed, fillSandbox } from '../../src/traffic/compare/fillSandbox.ts'
import { type Comparison, findDifferences } from '../../src/traffic/compare/findDifferences.ts'
import { runProbes } from '../../src/traffic/compare/runProbes.ts'
import { undetectable } from './undetectable.ts'

const sendTo = '79990000099'
let sandbox: Sandbox
const references = new Map<Vendor, Exchange[]>()

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, seed: comparisonSeed, limit: false, clock: { mode: 'frozen' } })
})
afterAll(() => sandbox.close())

/** Sends all probes to a fresh account with these quirks. */
async function collect(vendor: Vendor, quirks: QuirkName[] = []): Promise<Exchange[]> {
  sandbox.clock.setMode({ mode: 'frozen' })
  await sandbox.reset()
  await fillSandbox(sandbox, { sendTo })
  for (const quirk of quirks) sandbox.quirks.set(quirk, true)
  return runProbes({
    probes: probesByVendor[vendor],
    side: toSide(sandbox, vendor),
    sendTo,
    quietMs: 2_000,
    // Deliveries take time, and would otherwise come sooner or later depending on the machine.
    onProgress: (title) =>
      sandbox.clock.setMode(title.startsWith('Live events') ? { mode: 'scaled', factor: 10 } : { mode: 'frozen' }),
  })
}

/** Compares an account with these quirks with one without, whose responses are kept. */
async function compare(vendor: Vendor, quirks: QuirkName[] = []): Promise<Comparison> {
  const reference = references.get(vendor) ?? (await collect(vendor))
  references.set(vendor, reference)
  return findDifferences({ account: await collect(vendor, quirks), sandbox: reference })
}

describe.each(emulatedVendors.map(({ vendor, quirks }) => ({ vendor, names: Object.keys(quirks) as QuirkName[] })))(
  'a comparison of $vendor',
  ({ vendor, names }) => {
    it('finds nothing in an account that is the same', async () => {
      const { findings, uncompared, probes } = await compare(vendor)
      expect(findings).toEqual([])
      expect(uncompared).toEqual([])
      expect(probes.length).toBeGreaterThan(15)
    })

    it.each(names.filter((name) => !Object.hasOwn(undetectable, name)))('finds the quirk %s', async (name) => {
      const { findings } = await compare(vendor, [name])
      expect(findings).not.toEqual([])
    })

    it.each(names.filter((name) => Object.hasOwn(undetectable, name)))('cannot find the quirk %s', async (name) => {
      expect((await compare(vendor, [name])).findings).toEqual([])
    })

    it('finds nothing once the quirks are off again', async () => {
      expect((await compare(vendor)).findings).toEqual([])
    })
  },
)

it('every quirk on the list of undetectable ones exists', () => {
  const names = emulatedVendors.flatMap(({ quirks }) => Object.keys(quirks))
  expect(Object.keys(undetectable).filter((name) => !names.includes(name))).toEqual([])
})
