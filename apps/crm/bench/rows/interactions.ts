import type { Page } from '@playwright/test'
import type { Figures } from '../../../../scripts/bench/figures.ts'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { median } from '../../../../scripts/bench/statistics.ts'
import { type Bench, openBare, openCrm } from './bench.ts'
import { stories } from './stories.ts'

/** The Event Timing API reports nothing shorter. */
const leastMs = 16

/** Rows 1 and 2: the interaction to next paint of each step of the stories. */
export async function interactions(bench: Bench): Promise<Figures[]> {
  const slowest = new Map<string, number[]>()
  const steps = await interleave({
    rounds: bench.rounds,
    contenders: ['crm', 'bare'] as const,
    measure: (contender) => (contender === 'crm' ? measureStories({ bench, slowest }) : measureButton(bench)),
  })
  for (const [name, times] of slowest)
    process.stdout.write(`  ${name}: ${median(times)} ms (${Math.max(...times)} ms)\n`)
  const figures = (row: number, name: string, read: (times: number[]) => number, atMost: number): Figures => ({
    row,
    name,
    ours: steps.crm.map(read),
    floor: { name: 'a button that changes a text', values: steps.bare.map(read) },
    target: { atMost, of: 'ms' },
  })
  return [
    figures(1, 'interaction to next paint, median of all steps', median, 100),
    figures(2, 'the same, slowest step', (times) => Math.max(...times), 200),
  ]
}

async function measureStories({ bench, slowest }: { bench: Bench; slowest: Map<string, number[]> }): Promise<number[]> {
  const all: number[] = []
  for (const { path, ready, steps } of stories) {
    const page = await openCrm(bench, path)
    await ready(page).waitFor()
    await page.waitForTimeout(1_000) // The page is idle.
    for (const [name, act] of Object.entries(steps)) {
      const time = await measureStep(page, () => act(page))
      slowest.set(name, [...(slowest.get(name) ?? []), time])
      all.push(time)
    }
    await page.context().close()
  }
  return all
}

async function measureButton(bench: Bench): Promise<number[]> {
  const html = `<title>Bare button</title><button onclick="this.textContent += '.'">Press</button>`
  const page = await openBare(bench, html)
  const times: number[] = []
  for (let press = 0; press < 10; press += 1) times.push(await measureStep(page, () => page.click('button')))
  await page.context().close()
  return times
}

/** Measures the slowest interaction of a step. @throws {Error} when the browser has seen none */
async function measureStep(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => window.bench.takeInteractions())
  const before = await page.evaluate(() => window.bench.countInteractions())
  await act()
  await page.waitForTimeout(300) // The browser reports an interaction a moment after it has been drawn.
  const after = await page.evaluate(() => window.bench.countInteractions())
  if (after === before) throw new Error('A step of a story is no interaction.')
  return Math.max(leastMs, ...(await page.evaluate(() => window.bench.takeInteractions())))
}
