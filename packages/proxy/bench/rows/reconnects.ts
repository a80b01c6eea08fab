import { setTimeout } from 'node:timers/promises'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { percentile } from '../../../../scripts/bench/statistics.ts'
import type { Load } from '../load/load.ts'
import { type Child, startChild } from '../process/startChild.ts'
import type { Figures } from '../report/figures.ts'
import type { EmptyEvents } from '../servers/emptyEvents.ts'
import type { Ours } from '../servers/ours.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'

const contenders = ['ours', 'empty SSE'] as const
const connected = 50
const perUser = 3

interface Measured {
  beforeUs: number
  duringUs: number
  /** Until the last of them was connected. */
  seconds: number
  refusals: number
  /** Requests that `duringUs` was taken from. */
  samples: number
}

/** Row 7: how long connected users wait for their session while many others reconnect at the same moment. */
export async function reconnects(bench: Bench): Promise<Figures[]> {
  const measured = await interleave({
    rounds: bench.rounds,
    contenders,
    measure: (name) => measure({ name, bench }),
  })
  const { ours, 'empty SSE': floor } = measured
  return [
    {
      row: 7,
      name: 'p99 of connected users in a herd',
      unit: 'µs',
      ours: ours.map(({ duringUs }) => duringUs),
      peers: { before: ours.map(({ beforeUs }) => beforeUs) },
      floor: { name: 'empty SSE', values: floor.map(({ duringUs }) => duringUs) },
      target: { atMost: 2, of: 'ratio' },
      notes: {
        'floor before': floor.map(({ beforeUs }) => beforeUs),
        'seconds until all were connected': ours.map(({ seconds }) => seconds),
        refusals: ours.map(({ refusals }) => refusals),
        'requests meanwhile': ours.map(({ samples }) => samples),
        'floor seconds': floor.map(({ seconds }) => seconds),
      },
    },
  ]
}

async function measure({ name, bench }: { name: (typeof contenders)[number]; bench: Bench }): Promise<Measured> {
  const tabs = bench.pick({ full: 2_000, quick: 1_000 })
  const users = startChild<Load>('load/load.ts')
  const herd = startChild<Load>('load/load.ts')
  const { server, url } = await start(name)
  if (name === 'ours') await assertChecks(url)
  await users.call('openTabs', { url, tabs: connected, perUser: 1, parallel: 10 })
  const opening = { url, tabs, perUser, firstUser: 1_000 }
  await herd.call('openTabs', { ...opening, parallel: 20 })
  await users.call('startProbe', { url, users: connected, everyMs: 200 })
  await setTimeout(2_000)
  await users.call('takeLatencies')
  await setTimeout(bench.pick({ full: 5_000, quick: 3_000 }))
  const before = await users.call('takeLatencies')
  await herd.call('closeTabs')
  const { seconds, refusals } = await herd.call('openTabs', { ...opening, parallel: tabs })
  const during = await users.call('takeLatencies')
  await users.call('stopProbe')
  if (name === 'ours') {
    await herd.call('waitForFirstValues', { timeoutMs: 10_000 })
    await assertChecks(url)
  }
  await Promise.all([users, herd, server].map((child) => child.stop()))
  return {
    beforeUs: percentile(before, 0.99),
    duringUs: percentile(during, 0.99),
    seconds,
    refusals,
    samples: during.length,
  }
}

async function start(
  name: (typeof contenders)[number],
): Promise<{ server: Child<Ours> | Child<EmptyEvents>; url: string }> {
  if (name === 'ours') {
    const server = startChild<Ours>('servers/ours.ts')
    return { server, url: await server.call('start', {}) }
  }
  const server = startChild<EmptyEvents>('servers/emptyEvents.ts')
  return { server, url: await server.call('start') }
}
