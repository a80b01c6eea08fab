import { visibilityHeader } from '@crm-chat/protocol'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openWorld } from '../../test/openWorld.ts'
import { createChat } from '../createChat.ts'

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 5 })

test('turns stale as soon as the browser goes offline, and live when it is online again', async () => {
  const world = openWorld()
  await world.setCount(3)
  const chat = createChat({ endpoint: world.endpoint, retryDelayMs: () => 3_600_000, shareConnection: false })
  onTestFinished(chat.close)
  chat.unanswered.subscribe(() => undefined)
  await until(() => chat.unanswered.getState().status === 'live')
  window.dispatchEvent(new Event('offline'))
  expect(chat.unanswered.getState()).toMatchObject({ status: 'stale', count: 3 })
  await until(async () => (await world.see()).openStreams === 0)
  await world.setCount(4)
  window.dispatchEvent(new Event('online'))
  await until(() => chat.unanswered.getState().status === 'live')
  expect(chat.unanswered.getState()).toMatchObject({ count: 4 })
})

test('tells the server whether the page is seen when the stream opens', async () => {
  const world = openWorld()
  let state: DocumentVisibilityState = 'hidden'
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => state)
  onTestFinished(() => void vi.restoreAllMocks())
  const chat = createChat({ endpoint: world.endpoint, retryDelayMs: () => 10, shareConnection: false })
  onTestFinished(chat.close)
  chat.unanswered.subscribe(() => undefined)
  await until(() => chat.unanswered.getState().status === 'live')
  state = 'visible'
  await world.drop()
  await until(async () => (await world.see()).requests.length === 2)
  expect((await world.see()).requests.map(({ headers }) => headers[visibilityHeader])).toEqual(['0', '1'])
})

test('shares nothing of another user with the page’s other tabs', async () => {
  const world = openWorld()
  await world.setCount(3)
  const open = () => createChat({ endpoint: world.endpoint, retryDelayMs: () => 10 })
  const tabs = [open(), open()]
  const counts: number[] = []
  for (const tab of tabs) {
    onTestFinished(tab.close)
    tab.unanswered.subscribe((state) => 'count' in state && counts.push(state.count))
    await until(() => tab.unanswered.getState().status === 'live')
  }
  await until(async () => (await world.see()).openStreams === 1)
  const channel = new BroadcastChannel(`crm-chat ${world.endpoint} 7`)
  onTestFinished(() => channel.close())
  const posted: string[] = []
  channel.onmessage = ({ data }) => posted.push(JSON.stringify(data))
  await world.set({ userId: '8' })
  await world.drop()
  await world.setCount(99)
  const codes = () => tabs.map((tab) => ({ code: undefined, ...tab.unanswered.getState() }).code)
  await until(() => codes().every((code) => code === 'unauthenticated'))
  await until(() => posted.some((text) => text.includes('unauthenticated')))
  expect(counts).not.toContain(99)
  expect(posted.filter((text) => text.includes('"count":99'))).toEqual([])
})

test('does not ask a server before the time that it asked for, though the browser is online again', async () => {
  const world = openWorld()
  const headers = { 'retry-after': '3600' }
  await world.set({ answers: { events: { status: 503, body: 'busy', contentType: 'text/plain', headers } } })
  const open = () => {
    const chat = createChat({ endpoint: world.endpoint, retryDelayMs: () => 0, shareConnection: false })
    onTestFinished(chat.close)
    chat.unanswered.subscribe(() => undefined)
    return until(() => chat.unanswered.getState().status === 'error')
  }
  await open()
  window.dispatchEvent(new Event('offline'))
  window.dispatchEvent(new Event('online'))
  await open() // Its request comes after any that the first one would send at once.
  expect((await world.see()).requests).toHaveLength(2)
})
