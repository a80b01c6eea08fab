import type { Page } from '@playwright/test'
import { expect, test, vi } from 'vitest'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { openContext } from './openPage.ts'

/** Opens a page whose requests for a part of the client fail, and collects whatever nobody has handled. */
async function openWithout({
  part,
  page: name,
  status,
  until = async () => undefined,
}: {
  part: RegExp
  page: string
  status: number | undefined
  /** Waits before a request for the part fails. */
  until?: (world: OpenWorld) => Promise<unknown>
}) {
  const world = openWorld()
  await world.setCount(3)
  const { context, url } = await openContext()
  const page = await context.newPage()
  const unhandled: string[] = []
  page.on('pageerror', (error) => unhandled.push(error.message))
  let failures = 0
  await page.route(part, async (route) => {
    failures += 1
    await until(world)
    return status === undefined ? route.abort() : route.fulfill({ status, body: 'Not here any more' })
  })
  await page.goto(`${url}${name}?endpoint=${encodeURIComponent(world.endpoint)}`)
  return { page, world, unhandled, failures: () => failures }
}

const textOf = (page: Page) => page.locator('output').textContent()
const badges = /\/live\.ts/

test.each([
  ['without a network', undefined],
  ['that has been replaced by another version', 404],
])('a badge asks again for its code %s, like for a lost connection', async (_, status) => {
  const { page, world, unhandled, failures } = await openWithout({ part: badges, page: 'badge.html', status })
  await expect.poll(() => textOf(page), { timeout: 60_000 }).toBe('network')
  await expect.poll(failures, { timeout: 60_000 }).toBeGreaterThan(1)
  expect((await world.see()).requests).toEqual([])
  await page.unroute(badges)
  await expect.poll(() => textOf(page), { timeout: 60_000 }).toBe('live 3')
  expect(unhandled).toEqual([])
})

test('a window says that its code did not come, has requested its link already, and opens on a retry', async () => {
  const until = (world: OpenWorld) =>
    vi.waitFor(async () => {
      expect((await world.see()).requests.map(({ operation }) => operation)).toContain('window')
    }, 45_000)
  const { page, unhandled } = await openWithout({ part: /runWindow/, page: '', status: 404, until })
  await page.getByText('The server cannot be reached').waitFor()
  await page.unroute(/runWindow/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('section[data-status=ready]').waitFor()
  expect(unhandled).toEqual([])
})

test('a page with a badge loads no code of windows, of other transports, of tab badges or of pages without https or styles', async () => {
  const world = openWorld()
  await world.setCount(3)
  const { context, url } = await openContext()
  const page = await context.newPage()
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto(`${url}badge.html?endpoint=${encodeURIComponent(world.endpoint)}`)
  await expect.poll(() => textOf(page), { timeout: 60_000 }).toBe('live 3')
  await expect.poll(async () => page.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(1)
  const names = [
    'operations',
    'runWindow',
    'fetchWindowLink',
    'runPolling',
    'takeTurns',
    'failures',
    'followTabs',
    'markTab',
    'callUser',
    'withoutStyles',
    'followLocale',
    'locales/',
    'zod',
    'zustand',
  ]
  expect(names.filter((name) => loaded.some((address) => address.includes(name)))).toEqual([])
  expect(loaded.some((address) => badges.test(address))).toBe(true)
})

test('a page that can open a window loads the code for it while it is idle, and asks the proxy for nothing', async () => {
  const { context, url } = await openContext()
  const page = await context.newPage()
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto(`${url}cycles.html`) // It draws nothing by itself.
  const parts = [/\/operations\.ts/, /\/frame\.ts/, /\/runWindow\.ts/, /\/fetchWindowLink\.ts/]
  const listMissing = () => parts.filter((part) => !loaded.some((address) => part.test(address)))
  await expect.poll(listMissing).toEqual([])
  expect(loaded.filter((address) => address.includes('/chat/'))).toEqual([])
})

test('code of windows that does not come while a page is idle is requested again for the first window', async () => {
  const { page, world, unhandled, failures } = await openWithout({
    part: /\/frame\.ts/,
    page: 'cycles.html',
    status: 404,
  })
  await expect.poll(failures).toBe(1)
  await page.unroute(/\/frame\.ts/)
  const { endpoint } = world // Each of the cycles ends at another moment, the last two once windows are ready.
  await page.evaluate((own) => window.runCycles({ kind: 'kit', cycles: 8, endpoint: own }), endpoint)
  expect(unhandled).toEqual([])
})

test('nothing is said while a language is on its way, and English stands in for one that does not come, until it does', async () => {
  const { context, url } = await openContext()
  const show = async ({ part, query }: { part: RegExp; query: string }) => {
    const world = openWorld()
    await world.setCount(3)
    const page = await context.newPage()
    const warnings: string[] = []
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
    const held: (() => void)[] = []
    let failures = 0
    await page.route(part, async (route) => {
      if (query.includes('standing')) return new Promise<void>((resolve) => held.push(() => resolve(route.continue())))
      failures += 1
      return route.fulfill({ status: 404, body: 'Not here any more' })
    })
    await page.goto(`${url}words.html?endpoint=${encodeURIComponent(world.endpoint)}&${query}`)
    const name = () => page.locator('.cc-badge').getAttribute('aria-label')
    return { page, warnings, name, failures: () => failures, release: () => held.map((each) => each()) }
  }
  const file = /\/locales\/ru\.ts/
  const code = /\/followLocale\.ts/
  const recover = async (part: RegExp, query: string): Promise<void> => {
    const { page, warnings, name, failures } = await show({ part, query })
    await expect.poll(name).toBe('3 unanswered')
    await expect.poll(failures).toBeGreaterThan(1)
    expect(warnings).toEqual(part === file ? [expect.stringContaining('did not load in "ru"')] : [])
    await page.unroute(part)
    await expect.poll(name).toBe('3 неотвеченных сообщения')
    if (query !== 'badge') await page.getByRole('button', { name: 'Открыть чаты' }).waitFor()
  }
  const wait = async (): Promise<void> => {
    const { page, release } = await show({ part: file, query: 'launcher&standing' })
    const toggle = page.locator('.cc-toggle')
    await toggle.waitFor()
    expect((await toggle.textContent())?.trim()).toMatch(/^[–3]$/)
    await expect
      .poll(async () => {
        await page.evaluate(() => window.advance(2000)) // The code that waits may have come only now.
        return toggle.textContent()
      })
      .toContain('Open chats')
    release()
    await expect.poll(() => toggle.textContent()).toContain('Открыть чаты')
  }
  await Promise.all([
    recover(file, 'badge'),
    recover(file, 'launcher'),
    recover(code, 'badge'),
    recover(code, 'launcher'),
    wait(),
  ])
})
