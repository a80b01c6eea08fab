import type { Locator, Page, Route } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { watchCounter } from '../counterClients.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { head, openPanel, rows } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'

startChromium()

/** Panels with rows, and a function that adds a row containing a name. */
const panels: [panel: string, title: string, add: (sandbox: Sandbox, name: string) => unknown][] = [
  ['requests', 'Requests', (sandbox, name) => callSandbox(sandbox, `POST /v2/${name}`, { body: {} })],
  ['sockets', 'Sockets', addSocket],
  ['webhooks', 'Webhooks', (sandbox, name) => sandbox.simulate.message({ ...ann, text: name })],
]

/** Opens a socket, and waits until the sandbox lists it: the latest is the first row. */
async function addSocket(sandbox: Sandbox, name: string): Promise<void> {
  watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: name } })
  const list = async () => JSON.stringify((await callSandbox(sandbox, 'GET /_sandbox/sockets')).json)
  await expect.poll(list).toContain(name)
}

async function start(): Promise<Sandbox> {
  const sandbox = await startSandbox()
  const receiver = await startReceiver()
  await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver.url } })
  return sandbox
}

/** Adds more rows than fit into the window. */
async function addMany(add: (name: string) => unknown, name: string): Promise<void> {
  for (let number = 1; number <= 16; number += 1) await add(`${name}-${number}.`)
}

/** Distance from the top of the window. */
async function topOf(row: Locator): Promise<number> {
  return (await row.boundingBox())?.y ?? Number.NaN
}

describe.each(panels)('in the panel %s, an expanded row', (panel, title, add) => {
  it('stays expanded and in view while rows arrive above it', async () => {
    const sandbox = await start()
    await add(sandbox, 'mine.')
    const page = await openPanel(sandbox, panel)
    const row = rows(page, title).filter({ hasText: 'mine.' })
    await head(row).click()
    await expectPage(head(row)).toHaveAttribute('aria-expanded', 'true')
    await addMany((name) => add(sandbox, name), 'later')
    await expectPage(rows(page, title).filter({ hasText: 'later-16.' })).toHaveCount(1)
    await expectPage(head(row)).toHaveAttribute('aria-expanded', 'true')
    await expectPage(head(row)).toBeInViewport({ ratio: 1 })
  })

  it('keeps its place in a list shorter than the window', async () => {
    const sandbox = await start()
    await add(sandbox, 'mine.')
    const page = await openPanel(sandbox, panel)
    const row = rows(page, title).filter({ hasText: 'mine.' })
    await head(row).click()
    await expectPage(head(row)).toHaveAttribute('aria-expanded', 'true')
    const top = await topOf(row)
    for (const name of ['later-1.', 'later-2.']) {
      await add(sandbox, name)
      await expectPage(rows(page, title).filter({ hasText: name })).toHaveCount(1)
      expect(Math.abs((await topOf(row)) - top)).toBeLessThan(2)
    }
    await head(row).click()
    await expectPage(rows(page, title).filter({ hasText: 'later-2.' })).toBeInViewport({ ratio: 1 })
  })

  it('keeps its place in a list longer than the window', async () => {
    const sandbox = await start()
    await addMany((name) => add(sandbox, name), 'earlier')
    await add(sandbox, 'mine.')
    const page = await openPanel(sandbox, panel)
    const row = rows(page, title).filter({ hasText: 'mine.' })
    await head(row).click()
    await expectPage(head(row)).toHaveAttribute('aria-expanded', 'true')
    const top = await topOf(row)
    await addMany((name) => add(sandbox, name), 'later')
    await expectPage(rows(page, title).filter({ hasText: 'later-16.' })).toHaveCount(1)
    await expectPage(head(row)).toHaveAttribute('aria-expanded', 'true')
    expect(Math.abs((await topOf(row)) - top)).toBeLessThan(2)
  })

  it('out of view does not scroll a list at its top away from new rows', async () => {
    const sandbox = await start()
    await add(sandbox, 'mine.')
    await addMany((name) => add(sandbox, name), 'earlier')
    const page = await openPanel(sandbox, panel)
    const row = rows(page, title).filter({ hasText: 'mine.' })
    await head(row).click()
    await expectPage(head(row)).toHaveAttribute('aria-expanded', 'true')
    await head(rows(page, title).filter({ hasText: 'earlier-16.' })).scrollIntoViewIfNeeded()
    await page
      .getByRole('main')
      .locator('[data-scroll-area]')
      .evaluate((area) => area.scrollTo(0, 0))
    await expectPage(head(row)).not.toBeInViewport()
    await add(sandbox, 'latest.')
    await expectPage(rows(page, title).filter({ hasText: 'latest.' })).toBeInViewport()
  })
})

describe.each(panels)('in the panel %s', (panel, title, add) => {
  it('a change during the first fetch is shown', async () => {
    const sandbox = await start()
    const page = await openPanel(sandbox, 'quirks')
    const { isRead, release } = holdFirst(page, `${sandbox.url}/_sandbox/${panel}`)
    await page.getByRole('navigation', { name: 'Inspector' }).getByRole('link', { name: title }).click()
    await isRead
    const untilTold = await listen(sandbox, panel)
    await add(sandbox, 'mine.')
    await untilTold()
    release()
    await expectPage(rows(page, title).filter({ hasText: 'mine.' })).toHaveCount(1)
  })
})

/** Delays the first response of a URL after the server has sent it, like a slow network. */
function holdFirst(page: Page, url: string): { isRead: Promise<void>; release: () => void } {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const isRead = new Promise<void>((resolve) => {
    const hold = async (route: Route): Promise<void> => {
      const response = await route.fetch()
      resolve()
      await released
      await route.fulfill({ response })
    }
    void page.route(url, hold, { times: 1 }) // Playwright sends commands in order.
  })
  return { isRead, release }
}

/** Subscribes to the inspector's events, after the page. @returns a function that waits for a topic */
async function listen({ url }: Sandbox, topic: string): Promise<() => Promise<void>> {
  const { body } = await fetch(`${url}/_sandbox/events`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let told = ''
  return async () => {
    while (!told.includes(`data: ${topic}\n`)) told += (await reader?.read())?.value ?? ''
    await reader?.cancel()
  }
}
