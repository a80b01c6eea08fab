import { interleave } from '../../../../scripts/bench/interleave.ts'
import type { Load } from '../load/load.ts'
import { type Child, startChild } from '../process/startChild.ts'
import type { Figures } from '../report/figures.ts'
import type { Ours } from '../servers/ours.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'

const users = 100
const perUser = 10

interface Growth {
  afterMib: number
  peakMib: number
}

/** Row 6: memory that readers cost who have stopped reading, while their counters go on changing. */
export async function stalledReaders({ rounds, pick }: Bench): Promise<Figures[]> {
  const updates = pick({ full: 1_000_000, quick: 200_000 })
  const measured = await interleave({ rounds, contenders: ['ours'], measure: () => measure(updates) })
  return [
    {
      row: 6,
      name: 'RSS growth, 1,000 stalled readers',
      unit: 'MiB',
      ours: measured.ours.map(({ afterMib }) => afterMib),
      peers: {},
      target: { atMost: 10, of: 'value' },
      notes: { 'growth at its highest, with garbage': measured.ours.map(({ peakMib }) => peakMib) },
    },
  ]
}

/** Sends the updates within half a minute. A tab that does read, of the first user, must end at the last value. */
async function measure(updates: number): Promise<Growth> {
  const stalled = startChild<Load>('load/load.ts')
  const healthy = startChild<Load>('load/load.ts')
  const server = startChild<Ours>('servers/ours.ts')
  const url = await server.call('start', {})
  await assertChecks(url)
  await warmUp({ healthy, server, url })
  await stalled.call('openTabs', { url, tabs: users * perUser, perUser, parallel: 50, isStalled: true })
  await healthy.call('openTabs', { url, tabs: 1, perUser: 1, parallel: 1 })
  const before = await server.call('usage', { collect: true })
  const peak = await server.call('flood', { updates, perSecond: updates / 30, users, base: 3_000_000 })
  await healthy.call('waitForValues', { base: 3_000_000, timeoutMs: 10_000 })
  const after = await server.call('usage', { collect: true })
  await assertChecks(url)
  await Promise.all([stalled, healthy, server].map((child) => child.stop()))
  const toMib = (rss: number): number => (rss - before.rss) / 1_048_576
  return { afterMib: toMib(after.rss), peakMib: toMib(peak) }
}

/** Plays a part of the same to tabs that read, and closes them, so that the growth is not that of a young process. */
async function warmUp({
  healthy,
  server,
  url,
}: {
  healthy: Child<Load>
  server: Child<Ours>
  url: string
}): Promise<void> {
  await healthy.call('openTabs', { url, tabs: users, perUser: 1, parallel: 50 })
  await server.call('flood', { updates: 50_000, perSecond: 25_000, users, base: 2_000_000 })
  await healthy.call('waitForValues', { base: 2_000_000, timeoutMs: 10_000 })
  await healthy.call('closeTabs')
}
