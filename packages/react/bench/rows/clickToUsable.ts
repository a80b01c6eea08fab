import type { Page } from '@playwright/test'
import type { Figures } from '../../../../scripts/bench/figures.ts'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import type { Bench } from './bench.ts'

const delayMs = 150

/** Ways to a usable chat, each with the address of its page and with what happens on it. */
const ways = {
  'cold, a card': { address: '/kit?card', open: click },
  'cold, the launcher': { address: '/kit?launcher', open: click },
  'link prefetched': { address: '/kit?card&prefetch=link', open: hoverAndClick },
  'frame prefetched': { address: '/kit?card&prefetch=frame', open: hoverAndClick },
  warm: { address: '/kit?card', open: clickAgain },
  'link and frame alone': { address: '/bare?card', open: click },
  'frame alone': { address: '/bare?card&prefetch', open: hoverAndClick },
  'a frame that is there': { address: '/bare?card', open: clickAgain },
}

type Way = keyof typeof ways

/** Rows 1 to 5: the time from a click to a chat that can be typed into, while each request takes 150 ms longer. */
export async function clickToUsable({ rounds, browser, servers }: Bench): Promise<Figures[]> {
  servers.delayMs = delayMs
  const context = await browser.newContext()
  const page = await context.newPage()
  const times = await interleave({
    rounds,
    contenders: Object.keys(ways) as Way[], // Object.keys forgets the key type.
    measure: (way) => measure({ page, url: servers.url, way }),
  })
  await context.close()
  servers.delayMs = 0
  const figures = ({ row, way, floor, target }: { row: number; way: Way; floor: Way; target: Figures['target'] }) => ({
    row,
    name: `click to usable chat, ${way}`,
    ours: times[way],
    floor: { name: floor, values: times[floor] },
    target,
  })
  const ratio = { atMost: 1.15, of: 'ratio' } as const
  const instant = { atMost: 100, of: 'ms' } as const
  return [
    figures({ row: 1, way: 'cold, a card', floor: 'link and frame alone', target: ratio }),
    figures({ row: 2, way: 'cold, the launcher', floor: 'link and frame alone', target: ratio }),
    figures({ row: 3, way: 'link prefetched', floor: 'frame alone', target: ratio }),
    figures({ row: 4, way: 'frame prefetched', floor: 'a frame that is there', target: instant }),
    figures({ row: 5, way: 'warm', floor: 'a frame that is there', target: instant }),
  ]
}

const button = '#open, .cc-toggle'

async function measure({ page, url, way }: { page: Page; url: string; way: Way }): Promise<number> {
  const { address, open } = ways[way]
  await page.goto('about:blank')
  await page.goto(`${url}${address}`)
  await page.waitForTimeout(1_000) // Whatever the page loads by itself has come, and it is idle.
  const time = await open(page)
  await checkInput(page)
  return time
}

async function click(page: Page): Promise<number> {
  await page.click(button)
  return readTime(page)
}

/** The pointer rests on the button before it is pressed. */
async function hoverAndClick(page: Page): Promise<number> {
  await page.hover(button)
  await page.waitForTimeout(1_000)
  return click(page)
}

/** Opens the chat, closes it, and measures how it is opened again. */
async function clickAgain(page: Page): Promise<number> {
  await click(page)
  await page.click(button)
  await page.waitForTimeout(300)
  return click(page)
}

async function readTime(page: Page): Promise<number> {
  const time = await page.waitForFunction(() => window.usableMs)
  return (await time.jsonValue()) ?? Number.NaN
}

/** Types into the vendor's page as a user would. @throws {Error} when nothing gets there */
async function checkInput(page: Page): Promise<void> {
  const input = page.frameLocator('iframe').locator('input')
  for (let attempt = 1; !(await input.evaluate(() => document.hasFocus())); attempt += 1) {
    if (attempt > 20) throw new Error('A click does not reach the frame.')
    const box = await page.locator('iframe').boundingBox()
    if (!box) throw new Error('There is no frame.')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.waitForTimeout(50) // The frame is another process, which the browser knows a moment after it has drawn it.
  }
  await page.keyboard.type('Hello')
  const value = await input.inputValue()
  if (value !== 'Hello') throw new Error(`The vendor's page has got "${value}".`)
}
