import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Figures } from '../../../../scripts/bench/figures.ts'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import type { Bench } from './bench.ts'
import { kinds, openTabs, untilShown } from './tabs.ts'

const count = 8

/**
 * Row 7: the time from the moment at which the connected tab's process is gone, and its stream with it, until all others show a
 * value that the server has only had since then. The floor is the time until another bare tab has the lock.
 */
export async function handOver(bench: Bench): Promise<Figures[]> {
  const times = await interleave({
    rounds: bench.rounds,
    contenders: kinds,
    measure: (kind) => (kind === 'kit' ? measureKit(bench) : measureLock(bench)),
  })
  return [
    {
      row: 7,
      name: 'connected tab killed: the others are live',
      ours: times.kit,
      floor: { name: 'hand-over of a lock', values: times.bare },
      target: { atMost: 100, of: 'ms' },
    },
  ]
}

async function measureKit(bench: Bench): Promise<number> {
  const { context, pages } = await openTabs({ bench, kind: 'kit', count })
  await untilQuiet(bench)
  const left = pages.slice(1) // The first tab has been connected since it was the only one.
  const broken = killAndShow({ bench, page: pages[0], next: 3 })
  const times = await untilShown(left, 3)
  const since = await broken
  await context.close()
  return Math.max(...times) - since
}

async function measureLock(bench: Bench): Promise<number> {
  const { context, pages } = await openTabs({ bench, kind: 'bare', count })
  await untilQuiet(bench)
  const since = await killAndShow({ bench, page: pages[0], next: 3 })
  await untilShown(pages.slice(1), 3)
  const leaders = await Promise.all(pages.slice(1).map((page) => page.evaluate(() => window.leadsSince)))
  await context.close()
  return Math.max(...leaders.map((at) => at ?? 0)) - since
}

async function untilQuiet({ servers }: Bench): Promise<void> {
  while (servers.openStreams() !== 1) await setTimeout(50)
  await setTimeout(500)
}

/** Ends the process of a tab, and changes the number once its stream is broken. @returns the time of that */
function killAndShow({ bench, page, next }: { bench: Bench; page: Page | undefined; next: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    bench.servers.onBreak((at) => {
      bench.servers.show(next)
      resolve(at)
    })
    if (page) kill(page).catch(reject)
  })
}

async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => undefined) // Nobody is left to respond.
}
