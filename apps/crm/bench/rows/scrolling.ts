import type { Figures } from '../../../../scripts/bench/figures.ts'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { median } from '../../../../scripts/bench/statistics.ts'
import { type Bench, bareList, openBare, openCrm } from './bench.ts'

/** Pages to scroll, each with an element in the area that scrolls. */
const contenders = {
  contacts: { path: '/contacts?sort=name', around: 'main table tbody a' },
  board: { path: '/deals', around: '[data-deal]' },
  bare: { path: undefined, around: 'p' },
}

type Contender = keyof typeof contenders

/** Rows 3 to 6: the frames while 20,000 contacts and the board of 5,000 deals are scrolled, which load as they come. */
export async function scrolling(bench: Bench): Promise<Figures[]> {
  const frames = await interleave({
    rounds: bench.rounds,
    contenders: Object.keys(contenders) as Contender[], // Object.keys forgets the key type.
    measure: (contender) => measure({ bench, contender }),
  })
  const figures = (row: number, contender: Contender, read: (times: number[]) => number, atMost: number): Figures => ({
    row,
    name: `${read === median ? 'frame' : 'slowest frame'} while scrolling ${names[contender]}`,
    ours: frames[contender].map(read),
    floor: { name: '200 rows', values: frames.bare.map(read) },
    target: { atMost, of: 'ms' },
  })
  const slowest = (times: number[]): number => Math.max(...times)
  return [
    figures(3, 'contacts', median, 20),
    figures(4, 'contacts', slowest, 100),
    figures(5, 'board', median, 20),
    figures(6, 'board', slowest, 100),
  ]
}

const names = { contacts: '20,000 contacts', board: 'the board of 5,000 deals', bare: '200 rows' }

async function measure({ bench, contender }: { bench: Bench; contender: Contender }): Promise<number[]> {
  const { path, around } = contenders[contender]
  const page = path === undefined ? await openBare(bench, bareList) : await openCrm(bench, path)
  await page.locator(around).first().waitFor()
  await page.waitForTimeout(1_000) // The page is idle.
  const times = await page.evaluate((parameters) => window.bench.scroll(parameters), {
    around,
    frames: bench.isQuick ? 200 : 600,
  })
  if (path !== undefined) checkLength({ contender, place: await page.evaluate(readPlace, around) })
  await page.context().close()
  return times
}

/** Index of the last row or card that is in the page. */
function readPlace(around: string): number {
  const items = document.querySelector(around)?.closest('tbody, ul')?.querySelectorAll<HTMLElement>('[data-index]')
  return Number([...(items ?? [])].at(-1)?.dataset.index ?? 0)
}

/** Scrolling that does not get far measures nothing. */
function checkLength({ contender, place }: { contender: Contender; place: number }): void {
  if (place < 150) throw new Error(`Scrolling ${names[contender]} ended at item ${place}.`)
}
