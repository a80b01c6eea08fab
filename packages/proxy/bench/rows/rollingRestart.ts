import { setTimeout } from 'node:timers/promises'
import { percentile } from '../../../../scripts/bench/statistics.ts'
import { startRedis } from '../../../../scripts/redisServer.ts'
import type { Load } from '../load/load.ts'
import { type Child, startChild } from '../process/startChild.ts'
import type { Figures } from '../report/figures.ts'
import type { Ours } from '../servers/ours.ts'
import type { Vendor } from '../servers/vendor.ts'
import { assertChecks } from './assertChecks.ts'
import type { Bench } from './bench.ts'

const perUser = 3
const deadlineMs = 30_000

/** Time between two changes of all values. */
const changeMs = 3_000

/** Row 11: tabs of three processes that are replaced one after the other, while every value changes again and again. */
export async function rollingRestart({ rounds, pick }: Bench): Promise<Figures[]> {
  const tabs = pick({ full: 5_000, quick: 600 })
  const users = Math.ceil(tabs / perUser)
  const redis = await startRedis({ keepsData: true })
  const vendor = startChild<Vendor>('servers/vendor.ts')
  const load = startChild<Load>('load/load.ts')
  const vendorUrl = await vendor.call('start')
  const start = async (port?: number): Promise<{ server: Child<Ours>; url: string }> => {
    const server = startChild<Ours>('servers/ours.ts')
    return {
      server,
      url: await server.call('start', { vendorUrl, redisUrl: redis.url, ...(port !== undefined && { port }) }),
    }
  }
  const running = await Promise.all([start(), start(), start()])
  const urls = running.map(({ url }) => url)
  for (const url of urls) await assertChecks(url)
  let base = 1_000_000
  const change = async (): Promise<void> => {
    base += 10_000
    await load.call('changeValues', { base })
    await vendor.call('changeAll', { base, users })
  }

  async function replace(index: number): Promise<void> {
    const { server, url } = running[index] ?? (await start())
    await server.call('drain', { deadlineMs })
    await server.stop()
    running[index] = await start(Number(new URL(url).port))
  }

  /** @returns the seconds that it took */
  async function roll(): Promise<number> {
    const startedAt = performance.now()
    let isOver = false
    const changing = (async () => {
      while (!isOver) {
        await change()
        await setTimeout(changeMs)
      }
    })()
    for (const index of running.keys()) await replace(index)
    isOver = true
    await changing
    await load.call('waitUntilRight', { timeoutMs: 30_000 })
    return (performance.now() - startedAt) / 1_000
  }

  try {
    await vendor.call('setBase', base)
    await load.call('openRollingTabs', { urls, tabs, perUser, base, parallel: 60 })
    await load.call('waitUntilRight', { timeoutMs: 60_000 })
    const results: { seconds: number; failed: number; retries: number; worst: number; p99: number }[] = []
    await load.call('takeRolling')
    for (let round = 0; round < Math.min(rounds, 3); round++) {
      const seconds = await roll()
      const { failedAccepts, retries, wrongUs } = await load.call('takeRolling')
      if (wrongUs.length < tabs * 2) throw new Error(`Only ${wrongUs.length} changes were seen in ${tabs} tabs.`)
      const worst = wrongUs.reduce((most, each) => Math.max(most, each), 0) / 1_000_000
      results.push({ seconds, failed: failedAccepts, retries, worst, p99: percentile(wrongUs, 0.99) / 1_000_000 })
    }
    for (const url of urls) await assertChecks(url)
    const common = { row: 11, peers: {} }
    return [
      {
        ...common,
        name: `failed accepts, 3 processes replaced under ${tabs} tabs`,
        unit: '',
        ours: results.map(({ failed }) => failed),
        target: { atMost: 0, of: 'value' },
        notes: { 'tried at another process': results.map(({ retries }) => retries) },
      },
      {
        ...common,
        name: 'longest time that a tab was wrong',
        unit: 's',
        ours: results.map(({ worst }) => worst),
        target: { atMost: 5, of: 'value' },
        notes: {
          p99: results.map(({ p99 }) => p99),
          'seconds for all three': results.map(({ seconds }) => seconds),
        },
      },
    ]
  } finally {
    await Promise.all([load.stop(), vendor.stop(), ...running.map(({ server }) => server.stop()), redis.close()])
  }
}
