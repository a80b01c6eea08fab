import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { setOffline } from '../../../core/src/testing/setOffline.ts'
import { createListSource, everything, type ListSource } from '../../../core/test/conversation/createListSource.ts'
import { message, show } from '../../test/showConversation.tsx'

beforeEach(() => page.viewport(800, 600))

/** The line above the messages, and its background. */
const line = () => page.getByRole('status').filter({ hasText: /./ })
const background = () => getComputedStyle(line().element().parentElement ?? document.body).backgroundColor

/** Shows a conversation whose end cannot be read again. */
async function showStale(): Promise<ListSource> {
  const source = createListSource({ count: 3 })
  await show(source)
  await expect.element(message('Message 2.')).toBeVisible()
  const { fetchPage } = source
  source.fetchPage = async () => {
    source.fetchPage = fetchPage
    return { ok: false, error: { message: 'It is away.', code: 'upstream_unavailable' } }
  }
  source.emit({ type: 'live' })
  return source
}

test('tells a browser without a network from a server that is lost and from messages that may be missing', async () => {
  onTestFinished(() => setOffline(false))
  const source = await showStale()
  const lastUpdated = /Last updated: \d\d:\d\d\.$/
  await expect.element(line()).toHaveTextContent('Messages may be missing. It is away.')
  await expect.element(line()).toHaveTextContent(lastUpdated)
  const stale = background()
  source.emit({ type: 'lost' })
  await expect.element(line()).toHaveTextContent('Connection lost. Reconnecting… Last updated')
  await expect.element(line()).toHaveTextContent(lastUpdated)
  const lost = background()
  setOffline(true)
  await expect.element(line()).toHaveTextContent('You are offline. Last updated')
  await expect.element(line()).toHaveTextContent(lastUpdated)
  expect(new Set([stale, lost, background()]).size).toBe(3)
  setOffline(false)
  source.emit({ type: 'live' })
  await expect.element(line()).not.toBeInTheDocument()
})

test('reads the messages again when the user says so', async () => {
  const source = await showStale()
  source.add({ text: 'Nobody told me' })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(message('Nobody told me')).toBeVisible()
  await expect.element(line()).not.toBeInTheDocument()
})

test('names the day of the last update where it is not today', async () => {
  const source = createListSource({ count: 3 })
  await show(source)
  await expect.element(message('Message 2.')).toBeVisible()
  source.emit({ type: 'allowed', allowed: { ...everything, clockOffsetMs: 2 * 86_400_000 } })
  source.emit({ type: 'lost' })
  source.emit({ type: 'allowed', allowed: everything })
  await expect.element(line()).toHaveTextContent(/Last updated: \d+ \w+ at \d\d:\d\d\.$/)
})
