import type { Load } from '../load/load.ts'
import { startChild } from '../process/startChild.ts'
import type { Figures } from '../report/figures.ts'
import type { Ours } from '../servers/ours.ts'
import type { Vendor } from '../servers/vendor.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'

const outageMs = 10_000

/** Row 8: how soon after an outage of the vendor all tabs are right again, and how hard the vendor is pressed meanwhile. */
export async function outage({ rounds, pick }: Bench): Promise<Figures[]> {
  const users = pick({ full: 1_000, quick: 300 })
  const load = startChild<Load>('load/load.ts')
  const vendor = startChild<Vendor>('servers/vendor.ts')
  const server = startChild<Ours>('servers/ours.ts')
  const url = await server.call('start', { vendorUrl: await vendor.call('start') })
  await assertChecks(url)
  await load.call('openTabs', { url, tabs: users, perUser: 1, parallel: 20 })
  await load.call('waitForValues', { base: 0, timeoutMs: 60_000 })
  const seconds: number[] = []
  const peaks: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const base = round * 100_000 // Every number changes while the vendor is away.
    const upAt = await vendor.call('fail', { forMs: outageMs, base })
    const rightAt = await load.call('waitForValues', { base, timeoutMs: 120_000 })
    seconds.push((rightAt - upAt) / 1_000_000)
    peaks.push(await vendor.call('peakConnects'))
  }
  await assertChecks(url)
  await Promise.all([load, vendor, server].map((child) => child.stop()))
  const common = { row: 8, peers: {} }
  return [
    {
      ...common,
      name: `${users} users right again after 10 s`,
      unit: 's',
      ours: seconds,
      target: { atMost: 6, of: 'value' },
    },
    { ...common, name: 'peak connects at the vendor', unit: '/s', ours: peaks, target: { atMost: 250, of: 'value' } },
  ]
}
