import type { Load } from '../load/load.ts'
import { type Child, startChild } from '../process/startChild.ts'
import type { Ours } from '../servers/ours.ts'
import type { Vendor } from '../servers/vendor.ts'
import { assertChecks } from './assertChecks.ts'

/** Counters begin above every value that a row counts. */
export const firstBase = 10_000_000

/** Tabs of one user: a room of three. */
export const perUser = 3

/** Our relay between a vendor and tabs, and a Socket.IO server that sends to its clients directly. */
export interface RelayRig {
  load: Child<Load>
  /** Behind the proxy. */
  vendor: Child<Vendor>
  ours: Child<Ours>
  oursUrl: string
  /** The peer. */
  direct: Child<Vendor>
  stop: () => Promise<void>
}

/** Connects the same number of clients to both. */
export async function startRelay({ users, client }: { users: number; client: 'library' | 'light' }): Promise<RelayRig> {
  const load = startChild<Load>('load/load.ts')
  const vendor = startChild<Vendor>('servers/vendor.ts')
  const direct = startChild<Vendor>('servers/vendor.ts')
  const ours = startChild<Ours>('servers/ours.ts')
  const oursUrl = await ours.call('start', { vendorUrl: await vendor.call('start') })
  const directUrl = await direct.call('start')
  await Promise.all([vendor, direct].map((server) => server.call('setBase', firstBase)))
  await assertChecks(oursUrl)
  await load.call('openTabs', { url: oursUrl, tabs: users * perUser, perUser, parallel: 50 })
  await load.call('waitForValues', { base: firstBase, timeoutMs: 60_000 })
  await load.call('openSockets', { url: directUrl, sockets: users * perUser, perUser, client, joins: true })
  return {
    load,
    vendor,
    ours,
    oursUrl,
    direct,
    stop: async () => {
      await assertChecks(oursUrl)
      await Promise.all([load, vendor, direct, ours].map((child) => child.stop()))
    },
  }
}
