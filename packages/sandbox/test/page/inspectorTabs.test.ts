import type { BrowserContext, Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openPanel, rows } from './inspectorPage.ts'
import { chatInList } from './locators.ts'
import { openPage, startChromium } from './openPage.ts'

startChromium()

/** Opens tabs of one browser, one after another. A browser opens six connections to a host. */
async function openTabs(context: BrowserContext, urls: string[]): Promise<Page[]> {
  const tabs: Page[] = []
  for (const url of urls) {
    const tab = await context.newPage()
    tab.setDefaultTimeout(25_000)
    await tab.goto(url)
    tabs.push(tab)
  }
  return tabs
}

/** Opens a browser, and counts the streams that its tabs open. */
async function openBrowser(sandbox: Sandbox): Promise<{ context: BrowserContext; streams: Page[] }> {
  const { page } = await openPage(`${sandbox.url}/livez`)
  const context = page.context()
  const streams: Page[] = []
  context.on('request', (request) => {
    if (request.resourceType() === 'eventsource') streams.push(request.frame().page())
  })
  return { context, streams }
}

const inspector = ({ url }: Sandbox) => `${url}/_sandbox#/requests`

async function untilRequests(tabs: Page[], count: number): Promise<void> {
  for (const tab of tabs) await expectPage(rows(tab, 'Requests')).toHaveCount(count)
}

describe('in one browser', () => {
  it('seven inspector tabs and two chats pages load, and all update live over one stream', async () => {
    const sandbox = await startSandbox()
    const link = await getLink(sandbox)
    const { context, streams } = await openBrowser(sandbox)
    const inspectors = await openTabs(context, Array(7).fill(inspector(sandbox)))
    const chatsPages = await openTabs(context, Array(2).fill(link))
    await untilRequests(inspectors, 1)
    await callSandbox(sandbox, 'GET /v2/channels')
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await untilRequests(inspectors, 2)
    for (const page of chatsPages) await expectPage(chatInList(page, 'Ann')).toBeVisible()
    expect(streams).toHaveLength(1)
  })

  it('another inspector tab connects when the connected one closes', async () => {
    const sandbox = await startSandbox()
    const { context, streams } = await openBrowser(sandbox)
    const tabs = await openTabs(context, Array(3).fill(inspector(sandbox)))
    for (const closed of [1, 2]) {
      const connected = streams.at(-1)
      await connected?.close()
      await expect.poll(() => streams.length).toBe(closed + 1)
      await callSandbox(sandbox, 'GET /v2/channels')
      await untilRequests(
        tabs.filter((tab) => !tab.isClosed()),
        closed,
      )
    }
    expect(tabs.filter((tab) => !tab.isClosed())).toHaveLength(1)
  })

  it('inspector tabs of several accounts share the stream', async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount()
    const { context, streams } = await openBrowser(sandbox)
    const url = `${sandbox.url}/_sandbox?account=${other.accountId}#/requests`
    const [first, second] = await openTabs(context, [inspector(sandbox), url])
    if (!first || !second) throw new Error('Two tabs were opened.')
    await callSandbox(sandbox, 'GET /v2/users', { headers: { authorization: `Basic ${other.apiKey}` } })
    await untilRequests([second], 1)
    await callSandbox(sandbox, 'GET /v2/channels')
    await expectPage(rows(first, 'Requests')).toHaveText([/GET \/v2\/channels/])
    await expectPage(rows(second, 'Requests')).toHaveText([/GET \/v2\/users/])
    expect(streams).toHaveLength(1)
  })

  it('seven inspector tabs load and update without a stream where the browser has no locks', async () => {
    const sandbox = await startSandbox()
    const { context, streams } = await openBrowser(sandbox)
    await context.addInitScript('Object.defineProperty(navigator, "locks", { value: undefined })') // As on plain http.
    const tabs = await openTabs(context, Array(7).fill(inspector(sandbox)))
    await callSandbox(sandbox, 'GET /v2/channels')
    await untilRequests(tabs, 1)
    expect(streams).toHaveLength(0)
  })

  it('a visible inspector tab connects when the connected one is suspended', async () => {
    const sandbox = await startSandbox()
    const { context, streams } = await openBrowser(sandbox)
    const [suspended] = context.pages()
    await suspended?.evaluate(`new Promise((resolve) => {
      navigator.locks.request('crm-chat-sandbox live', () => (resolve(), new Promise(() => undefined))).catch(() => undefined)
    })`) // It keeps its lock, and responds to nothing.
    const tabs = await openTabs(context, [inspector(sandbox)])
    await expect.poll(() => streams.length).toBe(1)
    await callSandbox(sandbox, 'GET /v2/channels')
    await untilRequests(tabs, 1)
  })

  it('all inspector tabs report a lost sandbox, and reconnect when it is back', async () => {
    const sandbox = await startSandbox()
    const { context } = await openBrowser(sandbox)
    const tabs = await openTabs(context, Array(2).fill(inspector(sandbox)))
    await sandbox.close()
    for (const tab of tabs) await expectPage(tab.getByText('Connection to the sandbox lost')).toBeVisible()
    const again = await startSandbox({ port: sandbox.port })
    for (const tab of tabs) await expectPage(tab.getByText('Connection to the sandbox lost')).toBeHidden()
    await callSandbox(again, 'GET /v2/channels')
    await untilRequests(tabs, 1)
  })
})

describe('the account switcher', () => {
  it('lists an account that another client adds', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'requests')
    await page.getByRole('button', { name: /^Account \d+/ }).click()
    await expectPage(rows(page, 'Accounts')).toHaveCount(1)
    const other = await sandbox.addAccount()
    await expectPage(rows(page, 'Accounts')).toHaveText([
      new RegExp(String(sandbox.accountId)),
      new RegExp(String(other.accountId)),
    ])
  })
})
