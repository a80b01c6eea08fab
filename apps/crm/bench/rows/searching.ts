import type { Page } from '@playwright/test'
import type { Figures } from '../../../../scripts/bench/figures.ts'
import { interleave } from '../../../../scripts/bench/interleave.ts'
import { median } from '../../../../scripts/bench/statistics.ts'
import { type Bench, bareList, openBare, openCrm } from './bench.ts'

/** Measurements of one round. */
interface Round {
  frames: number[]
  /** From the last key to the results, or the request for them alone. */
  resultsMs: number
}

/** Rows 7 to 9: the frames while a name is typed into the search of 20,000 contacts, and the time to its results. */
export async function searching(bench: Bench): Promise<Figures[]> {
  const rounds = await interleave({
    rounds: bench.rounds,
    contenders: ['crm', 'bare'] as const,
    measure: (contender) => (contender === 'crm' ? measureSearch(bench) : measureBare(bench)),
  })
  const figures = (row: number, name: string, read: (round: Round) => number, atMost: number): Figures => ({
    row,
    name,
    ours: rounds.crm.map(read),
    floor: { name: row === 9 ? 'the request alone' : 'typing above 200 rows', values: rounds.bare.map(read) },
    target: { atMost, of: 'ms' },
  })
  return [
    figures(7, 'frame while searching 20,000 contacts', ({ frames }) => median(frames), 20),
    figures(8, 'slowest of these frames', ({ frames }) => Math.max(...frames), 100),
    figures(9, 'from the last key to the results', ({ resultsMs }) => resultsMs, 500),
  ]
}

async function measureSearch(bench: Bench): Promise<Round> {
  const page = await openCrm(bench, '/contacts?sort=name')
  await page.locator('main tbody a').first().waitFor()
  const name = await readName(page)
  await page.waitForTimeout(1_000) // The page is idle.
  await typeText({ page, text: name })
  const resultsMs = await page.evaluate((text) => window.bench.untilFirstRow(text), name)
  const frames = await page.evaluate(() => window.bench.endFrames())
  await page.context().close()
  return { frames, resultsMs }
}

async function measureBare(bench: Bench): Promise<Round> {
  const crm = await openCrm(bench, '/api/me')
  const name = await readName(crm)
  const resultsMs = await crm.evaluate(async (text) => {
    const startedAt = performance.now()
    const response = await fetch(`/api/contacts?limit=100&sort=name&search=${encodeURIComponent(text)}`)
    await response.json()
    return performance.now() - startedAt
  }, name)
  await crm.context().close()
  const page = await openBare(bench, bareList)
  await typeText({ page, text: name })
  const frames = await page.evaluate(() => window.bench.endFrames())
  await page.context().close()
  return { frames, resultsMs }
}

/** Name of a contact from the middle of them all. */
async function readName(page: Page): Promise<string> {
  const response = await page.request.get(new URL('/api/contacts/contact-12345', page.url()).href)
  const body: { contact: { name: string } } = await response.json()
  return body.contact.name
}

/** Types a text and notes the frames from then on. */
async function typeText({ page, text }: { page: Page; text: string }): Promise<void> {
  const field = page.getByRole('searchbox').last()
  await field.focus()
  await page.evaluate(() => window.bench.startFrames())
  await field.pressSequentially(text, { delay: 100 })
}
