import { expect as expectPage, type Page } from '@playwright/test'
import { expect, test } from 'vitest'
import {
  countFrameLoads,
  locateChat,
  type MockedProxy,
  type MockProxyOptions,
  mockProxy,
} from '../src/testing/playwright/index.ts'
import { openContext } from './openPage.ts'

const timeout = 45_000

/** Opens a page of this folder, whose proxy is a mocked one. */
async function open({ name = '', ...options }: MockProxyOptions & { name?: string }): Promise<{
  page: Page
  proxy: MockedProxy
  loads: () => number
}> {
  const { context, url } = await openContext()
  const page = await context.newPage()
  const proxy = await mockProxy(page, options)
  const loads = countFrameLoads(page)
  await page.goto(`${url}${name}`)
  return { page, proxy, loads }
}

const operationsOf = ({ calls }: MockedProxy) => calls.map(({ operation }) => operation)

test('shows the number of a test at once, follows it, again after a reload, and refuses it', async () => {
  const { page, proxy } = await open({ name: 'badge.html', unanswered: 3 })
  const { badge, liveBadge } = locateChat(page)
  await expectPage(liveBadge).toHaveText('3', { timeout })
  for (const unanswered of [4, 5, 6, 7]) await proxy.set({ unanswered })
  await expectPage(liveBadge).toHaveText('7', { timeout })
  await proxy.set({ unanswered: { count: 7, status: 'stale', tone: 'grey' } })
  await expectPage(badge).toHaveAttribute('data-status', 'stale', { timeout })
  await proxy.set({ unanswered: 0 })
  await expectPage(badge).toBeHidden({ timeout })
  await proxy.set({ unanswered: 8 })
  await page.reload()
  await expectPage(liveBadge).toHaveText('8', { timeout })
  expect(operationsOf(proxy)).toEqual(['events', 'events'])
  await proxy.set({ unanswered: { error: 'unauthenticated' } })
  await expectPage(badge).toHaveAttribute('data-status', 'error', { timeout })
})

test('opens a window without a network, fails as the test says, and counts loads and requests', async () => {
  const { page, proxy, loads } = await open({
    page: '<title>Own</title><p>The test’s own messenger',
    answers: { window: { error: 'upstream_timeout', requestId: 'r9' } },
  })
  const chat = locateChat(page)
  await expectPage(chat.error).toContainText('Request r9', { timeout })
  await proxy.set({ answers: { window: { error: 'network' } } })
  await chat.retry.click()
  await expectPage(chat.error).toContainText('cannot be reached', { timeout })
  expect(loads()).toBe(0)
  const calls = [...proxy.calls]
  await proxy.set({ answers: { window: undefined } })
  expect(calls).toEqual(
    Array.from({ length: 2 }, () => ({ operation: 'window', path: 'window', body: { scope: 'global' } })),
  )
  await chat.retry.click()
  await expectPage(chat.window).toHaveAttribute('data-status', 'ready', { timeout })
  await expectPage(page.frameLocator('iframe').getByText('own messenger')).toBeVisible({ timeout })
  expect(loads()).toBe(1)
  expect(operationsOf(proxy)).toEqual(['window', 'window', 'window'])
})
