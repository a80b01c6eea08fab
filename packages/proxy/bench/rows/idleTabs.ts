import { setTimeout } from 'node:timers/promises'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import type { Load } from '../load/load.ts'
import { type Child, startChild } from '../process/startChild.ts'
import type { Usage } from '../process/usage.ts'
import type { Figures } from '../report/figures.ts'
import type { EmptyEvents } from '../servers/emptyEvents.ts'
import type { Ours } from '../servers/ours.ts'
import type { Vendor } from '../servers/vendor.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'

const contenders = ['ours', 'Socket.IO', 'empty SSE'] as const
type Name = (typeof contenders)[number]

/** Row 5: memory of an idle tab, three to a user, with the vendor in the proxy's own process and so without sockets. */
export async function idleTabs({ rounds, pick }: Bench): Promise<Figures[]> {
  const tabs = pick({ full: 2_000, quick: 500 })
  const load = startChild<Load>('load/load.ts')
  const usages = await interleave({ rounds, contenders, measure: (name) => measure({ load, name, tabs }) })
  await load.stop()
  const toFigures = (name: string, read: (usage: Usage) => number, atMost: number): Figures => ({
    row: 5,
    name,
    unit: 'KiB',
    ours: usages.ours.map(read),
    peers: { 'Socket.IO': usages['Socket.IO'].map(read) },
    floor: { name: 'empty SSE', values: usages['empty SSE'].map(read) },
    target: { atMost, of: 'ratio' },
    notes: { 'outside the heap, ours': usages.ours.map(({ external }) => external / 1_024) },
  })
  return [
    toFigures('heap per idle tab', ({ heapUsed }) => heapUsed / 1_024, 0.8),
    toFigures('RSS per idle tab', ({ rss }) => rss / 1_024, 1),
  ]
}

/** Measures in a fresh process, whose memory is warmed up by some tabs that have gone. @returns the growth per tab, in bytes */
async function measure({ load, name, tabs }: { load: Child<Load>; name: Name; tabs: number }): Promise<Usage> {
  const { server, url } = await start(name)
  if (name === 'ours') await assertChecks(url)
  await open({ load, name, url, tabs: 60, firstUser: 900_000 })
  await close({ load, name })
  const before = await server.call('usage', { collect: true })
  await open({ load, name, url, tabs, firstUser: 0 })
  const after = await server.call('usage', { collect: true })
  await close({ load, name })
  if (name === 'ours') await assertChecks(url)
  await server.stop()
  return {
    cpuUs: 0,
    heapUsed: (after.heapUsed - before.heapUsed) / tabs,
    external: (after.external - before.external) / tabs,
    rss: (after.rss - before.rss) / tabs,
  }
}

async function start(name: Name): Promise<{ server: Child<Ours | Vendor | EmptyEvents>; url: string }> {
  if (name === 'ours') {
    const server = startChild<Ours>('servers/ours.ts')
    return { server, url: await server.call('start', {}) }
  }
  const server = startChild<Vendor | EmptyEvents>(name === 'Socket.IO' ? 'servers/vendor.ts' : 'servers/emptyEvents.ts')
  return { server, url: await server.call('start') }
}

async function open({
  load,
  name,
  url,
  tabs,
  firstUser,
}: {
  load: Child<Load>
  name: Name
  url: string
  tabs: number
  firstUser: number
}): Promise<void> {
  const perUser = 3
  if (name === 'Socket.IO')
    await load.call('openSockets', { url, sockets: tabs, perUser, client: 'light', joins: false })
  else await load.call('openTabs', { url, tabs, perUser, firstUser, parallel: 50 })
  await setTimeout(1_000)
}

async function close({ load, name }: { load: Child<Load>; name: Name }): Promise<void> {
  await load.call(name === 'Socket.IO' ? 'closeSockets' : 'closeTabs')
  await setTimeout(500)
}
