import { expect, onTestFinished, test, vi } from 'vitest'
import { framesOf } from '../../test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { type ChatClient, createChat } from '../createChat.ts'
import { type ChatWindowOptions, type ChatWindowSession, createChatWindow } from './createChatWindow.ts'
import type { WindowOptions } from './windowOptions.ts'

interface Opened {
  chat: ChatClient
  session: ChatWindowSession
  container: HTMLElement
  frames: () => HTMLIFrameElement[]
  close: () => void
}

function open({
  world,
  options = {},
  windows,
}: {
  world: OpenWorld
  options?: Partial<ChatWindowOptions>
  windows?: WindowOptions
}): Opened {
  const chat = createChat({ endpoint: world.endpoint, windows })
  const session = createChatWindow({ chat, request: { scope: 'global' }, ...options })
  const container = document.createElement('div')
  container.style.height = '200px'
  document.body.append(container)
  const close = session.mount(container)
  onTestFinished(() => {
    chat.close()
    container.remove()
  })
  return { chat, session, container, close, frames: () => framesOf(container) }
}

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 10 })
const untilStatus = ({ session }: Opened, status: string) => until(() => session.getState().status === status)
const minted = async (world: OpenWorld) =>
  (await world.see()).requests.filter((request) => request.operation === 'window').length

test('loads the minted link in a frame that may do no more than a messenger needs', async () => {
  const world = openWorld()
  const opened = open({ world, options: { title: 'Chat with Ann' } })
  expect(opened.session.getState()).toEqual({ status: 'loading' })
  await untilStatus(opened, 'ready')
  const [frame] = opened.frames()
  expect(opened.session.getState()).toMatchObject({
    url: frame?.src,
    origin: world.origin,
    expiresAt: null,
    confirmed: false,
  })
  expect(frame).toMatchObject({
    title: 'Chat with Ann',
    allow: `microphone ${world.origin}; clipboard-write ${world.origin}`,
    referrerPolicy: 'no-referrer',
  })
  expect([...(frame?.sandbox ?? [])].sort()).toEqual([
    'allow-downloads',
    'allow-forms',
    'allow-popups',
    'allow-popups-to-escape-sandbox',
    'allow-same-origin',
    'allow-scripts',
  ])
})

test('fills its container, and no more of the page', async () => {
  const opened = open({ world: openWorld() })
  await untilStatus(opened, 'ready')
  expect(opened.frames()[0]?.getBoundingClientRect()).toEqual(opened.container.getBoundingClientRect())
})

test('leaves its container where rules say that come late', async () => {
  const opened = open({ world: openWorld() })
  expect(opened.container.style.position).toBe('moveBefore' in Element.prototype ? 'relative' : '')
  const late = document.head.appendChild(document.createElement('style'))
  onTestFinished(() => late.remove())
  late.textContent = 'div { position: absolute; width: 300px }'
  await untilStatus(opened, 'ready')
  expect(getComputedStyle(opened.container).position).toBe('absolute')
  expect(opened.frames()[0]?.getBoundingClientRect()).toMatchObject({ width: 300, height: 200 })
})

test('puts the link into the frame and nowhere else', async () => {
  const world = openWorld()
  const opened = open({ world })
  await untilStatus(opened, 'ready')
  const [frame] = opened.frames()
  expect(frame?.src).toContain('secret-1')
  frame?.removeAttribute('src')
  expect(document.documentElement.outerHTML).not.toContain('secret-1')
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])).not.toContain(
    'secret-1',
  )
})

test('requests one link when a framework mounts, unmounts and mounts at once', async () => {
  const world = openWorld()
  const opened = open({ world })
  opened.close()
  expect(opened.session.getState()).toEqual({ status: 'idle' })
  const close = opened.session.mount(opened.container)
  onTestFinished(close)
  await untilStatus(opened, 'ready')
  expect(await minted(world)).toBe(1)
  expect(opened.frames()).toHaveLength(1)
})

test('leaves nothing behind once its client is closed', async () => {
  const world = openWorld()
  const before = document.querySelectorAll('iframe').length
  const opened = open({ world })
  await untilStatus(opened, 'ready')
  opened.close()
  expect(opened.frames()).toEqual([])
  expect(opened.session.getState()).toEqual({ status: 'idle' })
  expect(document.querySelectorAll('iframe')).toHaveLength(before + 1) // Warm, in case that somebody comes back.
  opened.chat.close()
  expect(document.querySelectorAll('iframe')).toHaveLength(before)
  await until(async () => (await world.see()).openFrames === 0)
})

test('renames its frame without reloading it', async () => {
  const world = openWorld()
  const opened = open({ world })
  await untilStatus(opened, 'ready')
  opened.session.setTitle('Chats of Ann')
  expect(opened.frames()[0]?.title).toBe('Chats of Ann')
  expect((await world.see()).frameLoads).toHaveLength(1)
})

test('reports why it did not open, and opens on a retry', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(403, { code: 'forbidden', retryable: false }) } })
  const opened = open({ world })
  await untilStatus(opened, 'error')
  expect(opened.session.getState()).toMatchObject({ code: 'forbidden', retryable: false, requestId: 'r1' })
  expect(opened.frames()).toEqual([])
  await world.set({ answers: {} })
  opened.session.retry()
  expect(opened.session.getState()).toEqual({ status: 'loading' })
  await untilStatus(opened, 'ready')
})

test('gives up on a page that does not load, without revealing the link', async () => {
  const world = openWorld()
  await world.set({ frame: 'hangs' })
  const opened = open({ world, windows: { loadTimeoutMs: 200 } })
  await untilStatus(opened, 'error')
  expect(opened.session.getState()).toMatchObject({ code: 'frame_timeout', retryable: true })
  expect(JSON.stringify(opened.session.getState())).not.toContain('secret')
  expect(opened.frames()).toEqual([])
})

test('opens by itself once the browser is online again', async () => {
  const world = openWorld()
  await world.set({ answers: { window: { status: 503, body: 'Bad gateway' } } })
  const opened = open({ world })
  await untilStatus(opened, 'error')
  await world.set({ answers: {} })
  window.dispatchEvent(new Event('online'))
  await untilStatus(opened, 'ready')
})

test('renews its link before it ends, and is never without a frame meanwhile', async () => {
  const world = openWorld()
  await world.set({ expiresInMs: 4_000 })
  const messages: unknown[] = []
  const opened = open({ world, options: { onEvent: (message) => messages.push(message) } })
  await untilStatus(opened, 'ready')
  const counts = new Set<number>()
  const watch = new MutationObserver(() => counts.add(opened.frames().length))
  watch.observe(document.body, { childList: true, subtree: true })
  onTestFinished(() => watch.disconnect())
  const [first] = opened.frames()
  await world.set({ expiresInMs: null })
  await until(() => opened.frames().length === 1 && opened.frames()[0] !== first)
  expect(counts).toEqual(new Set([2, 1]))
  expect(opened.session.getState()).toMatchObject({ status: 'ready', expiresAt: null })
  expect(opened.frames()[0]?.style.visibility).toBe('')
  await until(async () => (await world.see()).openFrames === 1)
  await world.post({ type: 'WZ_OPEN_ENTITY' })
  await until(() => messages.length === 1)
})

test.each([
  ['ended nine hours ago, by another clock', -9 * 3_600_000],
  ['live for 45 seconds, less than the time before their end at which they are renewed', 45_000],
])('does not renew links again and again that %s', async (_, expiresInMs) => {
  const world = openWorld()
  await world.set({ expiresInMs })
  const opened = open({ world })
  await untilStatus(opened, 'ready')
  await untilRenewed(open({ world: await expiring() })) // By then one a second would have been made.
  expect(await minted(world)).toBe(1)
  expect(opened.frames()).toHaveLength(1)
})

test('does not take a frame away from somebody who works in it', async () => {
  const world = openWorld()
  await world.set({ expiresInMs: 2_000 })
  const opened = open({ world, windows: { idleMs: 500 } })
  await untilStatus(opened, 'ready')
  const [first] = opened.frames()
  first?.focus()
  await world.set({ expiresInMs: null })
  const other = open({ world: await expiring() })
  await untilRenewed(other) // By then the first one was due too.
  expect(opened.frames()).toEqual([first])
  const field = document.body.appendChild(document.createElement('input'))
  onTestFinished(() => field.remove())
  field.focus()
  await until(() => opened.frames().length === 1 && opened.frames()[0] !== first)
})

test('keeps the old frame while a renewal fails, and renews when it can', async () => {
  const world = openWorld()
  await world.set({ expiresInMs: 2_000 })
  const opened = open({ world })
  await untilStatus(opened, 'ready')
  const answers = { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) }
  await world.set({ answers, expiresInMs: null })
  await until(async () => (await minted(world)) >= 2)
  expect(opened.session.getState().status).toBe('ready')
  expect(opened.frames()).toHaveLength(1)
  await world.set({ answers: {} })
  await until(async () => (await world.see()).frameLoads.length === 2)
})

test('closes when its user may no longer have it', async () => {
  const world = openWorld()
  await world.set({ expiresInMs: 2_000 })
  const opened = open({ world })
  await untilStatus(opened, 'ready')
  await world.set({ answers: { window: errorAnswer(403, { code: 'forbidden', retryable: false }) } })
  await untilStatus(opened, 'error')
  expect(opened.session.getState()).toMatchObject({ code: 'forbidden' })
  expect(opened.frames()).toEqual([])
})

async function expiring(): Promise<OpenWorld> {
  const world = openWorld()
  await world.set({ expiresInMs: 2_000 })
  return world
}

async function untilRenewed(opened: Opened): Promise<void> {
  await untilStatus(opened, 'ready')
  const [first] = opened.frames()
  await until(() => opened.frames().length > 0 && !opened.frames().includes(first as HTMLIFrameElement))
}
