import type { Page } from '@playwright/test'
import type { Figures } from '../../../../scripts/bench/figures.ts'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { median } from '../../../../scripts/bench/statistics.ts'
import type { Bench } from './bench.ts'

const addresses = { kit: '/conversation', bare: '/bareLog' } as const

type Contender = keyof typeof addresses

/** Measurements of one round. */
interface Round {
  frames: number[]
  /** Of the page's heap, from a thousand messages on. */
  growthMB: number
  jumpMs: number
}

/** Days that are far apart, in a conversation of 35 days. */
const days = ['2026-01-03', '2026-01-30', '2026-01-12']

/** Rows 8 to 11: scrolling through 50,000 messages, what stays in memory of it, and going to a date. */
export async function conversation({ rounds, isQuick, browser, servers }: Bench): Promise<Figures[]> {
  const context = await browser.newContext({ viewport: { width: 900, height: 760 } })
  const page = await context.newPage()
  const measured = await interleave({
    rounds,
    contenders: Object.keys(addresses) as Contender[], // Object.keys forgets the key type.
    measure: (contender) =>
      measure({ page, url: `${servers.url}${addresses[contender]}`, frames: isQuick ? 300 : 1_200 }),
  })
  await context.close()
  const figures = (row: number, name: string, read: (round: Round) => number, target: Figures['target']): Figures => ({
    row,
    name,
    ours: measured.kit.map(read),
    floor: { name: '200 paragraphs', values: measured.bare.map(read) },
    target,
  })
  return [
    figures(8, 'frame while scrolling through 50,000 messages', ({ frames }) => median(frames), {
      atMost: 20,
      of: 'ms',
    }),
    figures(9, 'slowest of these frames', ({ frames }) => Math.max(...frames), { atMost: 50, of: 'ms' }),
    figures(10, 'growth of the heap meanwhile', ({ growthMB }) => growthMB, { atMost: 2, of: 'MB' }),
    figures(11, 'to a date in 50,000 messages', ({ jumpMs }) => jumpMs, { atMost: 300, of: 'ms' }),
  ]
}

async function measure({ page, url, frames }: { page: Page; url: string; frames: number }): Promise<Round> {
  await page.goto('about:blank')
  await page.goto(url)
  await page.waitForFunction(() => document.querySelectorAll('article, p').length > 20)
  await page.waitForTimeout(500) // The page is idle.
  await page.evaluate((count) => window.measureFrames(count), Math.round(frames / 3)) // As much as is ever kept is there.
  const before = await readHeap(page)
  const times = await page.evaluate((count) => window.measureFrames(count), frames)
  const growthMB = (await readHeap(page)) - before
  const jumps: number[] = []
  for (const day of days) jumps.push(await page.evaluate((date) => window.measureJump(date), day))
  return { frames: times, growthMB, jumpMs: Math.max(...jumps) }
}

/** Returns what is in use once nothing is left to collect, in MB. */
async function readHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1_000_000
}
