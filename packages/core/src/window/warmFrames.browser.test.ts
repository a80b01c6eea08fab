import type { WindowRequest } from '@crm-chat/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { createSteppedClock } from '../../test/createSteppedClock.ts'
import { countLoads, openClient, showWindow, until, untilReady } from '../../test/openWindow.ts'
import { errorAnswer, openWorld } from '../../test/openWorld.ts'
import { prefetchWindow } from './prefetchWindow.ts'

const card = (chatId: string): WindowRequest => ({ scope: 'card', chats: [{ chatType: 'whatsapp', chatId }] })
const allFrames = () => document.querySelectorAll('iframe').length

test('keeps the last three windows that nobody shows, and drops the one that was not shown for longest', async () => {
  const world = openWorld()
  const chat = openClient({ world })
  const visit = async (chatId: string): Promise<void> => {
    const shown = showWindow({ chat, request: card(chatId) })
    await untilReady(shown)
    shown.close()
  }
  for (const chatId of ['1', '2', '3', '4', '2']) await visit(chatId)
  expect(allFrames()).toBe(3)
  expect(await countLoads(world)).toEqual({ loads: 4, links: 4 })
  await visit('3') // Still warm.
  expect(await countLoads(world)).toEqual({ loads: 4, links: 4 })
  await visit('1')
  expect(await countLoads(world)).toEqual({ loads: 5, links: 5 })
  await until(async () => (await world.see()).openFrames === 3)
})

test('keeps as many as it is told to', async () => {
  const world = openWorld()
  const shown = showWindow({ chat: openClient({ world, windows: { warm: 0 } }) })
  await untilReady(shown)
  shown.close()
  expect(allFrames()).toBe(0)
  await until(async () => (await world.see()).openFrames === 0)
})

test('drops a window that nobody has shown for ten minutes', async () => {
  const world = openWorld()
  const clock = createSteppedClock()
  const shown = showWindow({ chat: openClient({ world, clock }) })
  await untilReady(shown)
  shown.close()
  await clock.advance(599_000)
  expect(allFrames()).toBe(1)
  await clock.advance(1_000)
  expect(allFrames()).toBe(0)
  expect(document.querySelectorAll('body > [inert]')).toHaveLength(0)
})

test('keeps what nobody shows out of sight and out of reach', async () => {
  const world = openWorld()
  const shown = showWindow({ chat: openClient({ world }) })
  await untilReady(shown)
  const [frame] = shown.frames()
  const { width, height } = frame?.getBoundingClientRect() ?? new DOMRect()
  shown.close()
  expect(frame?.checkVisibility({ visibilityProperty: true })).toBe(false)
  expect(frame?.closest('[inert]')).not.toBeNull()
  expect(frame?.getBoundingClientRect()).toMatchObject({ width, height }) // The vendor's page is not laid out anew.
})

/** Without it, a frame is never moved. */
const hasMoveBefore = 'moveBefore' in Element.prototype

test('leaves the methods of the host’s elements as they were', async ({ skip }) => {
  skip(!hasMoveBefore, 'this browser has no moveBefore')
  const shown = showWindow({ chat: openClient({ world: openWorld() }) })
  await untilReady(shown)
  expect(Object.hasOwn(document.body, 'insertBefore')).toBe(true)
  shown.close()
  for (const node of [shown.container, document.body]) expect(Object.getOwnPropertyNames(node)).toEqual([])
})

test('a call of the host that fails leaves the frame in its place', async ({ skip }) => {
  skip(!hasMoveBefore, 'this browser has no moveBefore')
  const shown = showWindow({ chat: openClient({ world: openWorld() }) })
  await untilReady(shown)
  const [frame] = shown.frames()
  expect(() => shown.container.removeChild(document.body)).toThrow()
  expect(shown.container.querySelector('iframe')).toBe(frame)
})

test('requests one link, however many ask for it, before the window is opened', async () => {
  const world = openWorld()
  const chat = openClient({ world })
  for (let caller = 0; caller < 5; caller += 1) prefetchWindow({ chat, request: card('1') })
  await until(async () => (await countLoads(world)).links === 1)
  prefetchWindow({ chat, request: card('1') })
  await untilReady(showWindow({ chat, request: card('1') }))
  expect(await countLoads(world)).toEqual({ loads: 1, links: 1 })
})

test('loads a window out of sight when it is asked to, and shows it at once', async () => {
  const world = openWorld()
  const chat = openClient({ world })
  prefetchWindow({ chat, request: card('1'), load: 'frame' })
  await until(async () => (await world.see()).openFrames === 1)
  await until(() => [...document.querySelectorAll('iframe')].some((frame) => frame.style.visibility === ''))
  expect(showWindow({ chat, request: card('1') }).session.getState().status).toBe('ready')
  expect(await countLoads(world)).toEqual({ loads: 1, links: 1 })
})

test('does not use a prefetched link that is old, or that has ended', async () => {
  const world = openWorld()
  const clock = createSteppedClock()
  const chat = openClient({ world, clock, expiresInMs: 120_000 })
  prefetchWindow({ chat, request: card('1') })
  await until(async () => (await countLoads(world)).links === 1)
  await clock.advance(100_000)
  await untilReady(showWindow({ chat, request: card('1') }))
  expect(await countLoads(world)).toEqual({ loads: 1, links: 2 })
})

test('a prefetch that fails is silent, and the window requests a link of its own', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const chat = openClient({ world })
  prefetchWindow({ chat, request: card('1') })
  await until(async () => (await countLoads(world)).links === 1)
  await world.set({ answers: {} })
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await untilReady(showWindow({ chat, request: card('1') }))
  expect(await countLoads(world)).toEqual({ loads: 1, links: 2 })
})

test('two windows of the same chats share a frame: the newest has it, and the other says so', async () => {
  const world = openWorld()
  const chat = openClient({ world })
  const first = showWindow({ chat })
  await untilReady(first)
  const second = showWindow({ chat })
  expect([first.session.getState().status, second.session.getState().status]).toEqual(['elsewhere', 'ready'])
  await expect.poll(() => [first.frames().length, second.frames().length]).toEqual([0, 1])
  first.session.setFront(true)
  expect([first.session.getState().status, second.session.getState().status]).toEqual(['ready', 'elsewhere'])
  first.close()
  expect(second.session.getState().status).toBe('ready')
  expect(await countLoads(world)).toEqual({ loads: 1, links: 1 })
})

test('a frame that somebody destroyed is loaded anew', async () => {
  const world = openWorld()
  const chat = openClient({ world })
  const shown = showWindow({ chat })
  await untilReady(shown)
  shown.close()
  document.querySelector('iframe')?.parentElement?.parentElement?.remove()
  await untilReady(showWindow({ chat }))
  expect(await countLoads(world)).toEqual({ loads: 2, links: 2 })
})

test('a link that has ended is not loaded again by a move that nobody could guard', async ({ skip }) => {
  skip(!hasMoveBefore, 'this browser has no moveBefore')
  const world = openWorld()
  const clock = createSteppedClock()
  const shown = showWindow({ chat: openClient({ world, clock, expiresInMs: 60_000 }) })
  await untilReady(shown)
  shown.frames()[0]?.focus() // In use, so that it is not renewed by itself.
  await clock.advance(61_000)
  const elsewhere = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => elsewhere.remove())
  elsewhere.append(shown.container)
  await until(async () => (await countLoads(world)).links === 2)
  await untilReady(shown)
  expect(shown.session.getState()).toMatchObject({ url: shown.frames()[0]?.src })
  expect(await countLoads(world)).toEqual({ loads: 3, links: 2 })
})
