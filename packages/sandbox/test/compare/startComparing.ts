import type { Vendor } from '@crm-chat/vendors/endpoints'
import { afterAll, beforeAll } from 'vitest'
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

/** A vendor and its quirks: those that a comparison finds, and those that it cannot find. */
export const comparedVendors = emulatedVendors.map(({ vendor, quirks }) => {
  const names = Object.keys(quirks) as QuirkName[]
  const [found, hidden] = [false, true].map((isHidden) =>
    names.filter((name) => Object.hasOwn(undetectable, name) === isHidden),
  )
  return { vendor, found: found ?? [], hidden: hidden ?? [] }
})

/** Compares an account with some quirks with one without. */
type Compare = (vendor: Vendor, quirks?: QuirkName[]) => Promise<Comparison>

/** Starts a sandbox for the tests of a file. Responses of the account without quirks are kept. */
export function startComparing(): Compare {
  let sandbox: Sandbox
  const references = new Map<Vendor, Exchange[]>()
  beforeAll(async () => {
    sandbox = await createSandbox({ port: 0, seed: comparisonSeed, limit: false, clock: { mode: 'frozen' } })
  })
  afterAll(() => sandbox.close())
  return async (vendor, quirks = []) => {
    const reference = references.get(vendor) ?? (await collect({ sandbox, vendor, quirks: [] }))
    references.set(vendor, reference)
    return findDifferences({ account: await collect({ sandbox, vendor, quirks }), sandbox: reference })
  }
}

interface CollectParameters {
  sandbox: Sandbox
  vendor: Vendor
  quirks: QuirkName[]
}

/** Sends all probes to a fresh account with these quirks. */
async function collect({ sandbox, vendor, quirks }: CollectParameters): Promise<Exchange[]> {
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
