import { expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { sharedChat } from '../sharedChat.ts'
import { defineConversationElements } from './defineConversationElements.ts'

const session = {
  user: { id: '7', name: 'Kate' },
  vendor: 'test',
  chatTypes: ['whatsapp'],
  capabilities: ['channels', 'channelAdmin'],
  serverTime: '2030-01-01T00:00:00.000Z',
}
const channel = { id: 'c-1', transport: 'whatsapp', name: 'Reception', state: 'off', reason: 'qridle' }

test('shows the channels in a shadow root with the look of the kit, opens the steps in front, and goes with the element', async () => {
  const endpoint = `/played-${crypto.randomUUID()}`
  const before = globalThis.fetch
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(String(input), location.href)
    if (!pathname.startsWith(endpoint)) return before(input, init)
    const path = pathname.slice(endpoint.length + 1)
    const body = { session, channels: { channels: [channel] } }[path]
    const error = { code: 'not_supported', message: 'No.', requestId: 'r1', retryable: false }
    return Response.json(body ?? { error }, { status: body ? 200 : 501 })
  })
  onTestFinished(() => {
    sharedChat(endpoint).close()
    vi.unstubAllGlobals()
  })
  defineConversationElements()
  const element = document.createElement('crm-chat-channel-list')
  element.setAttribute('endpoint', endpoint)
  element.labels = { channels: 'Our accounts' }
  document.body.append(element)
  onTestFinished(() => element.remove())
  await expect.element(page.getByRole('heading', { name: 'Our accounts' })).toBeVisible()
  await expect.element(page.getByText('Nobody scanned the QR code in time.')).toBeVisible()
  expect(document.querySelector('.cc-admin')).toBeNull()
  const connect = page.getByRole('button', { name: 'Connect a channel' })
  expect(connect.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
  await connect.click()
  await expect.element(page.getByRole('dialog').getByRole('button', { name: /^Viber/ })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  element.remove()
  await expect.poll(() => element.shadowRoot?.querySelector('.cc-admin')).toBeNull()
})
