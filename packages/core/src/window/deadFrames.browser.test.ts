import { expect, onTestFinished, test, vi } from 'vitest'
import type { WorldSettings } from '../../test/chatServer/world.ts'
import { createIdealClock, type IdealClock } from '../../test/createIdealClock.ts'
import { framesOf } from '../../test/framesOf.ts'
import { type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { createChat } from '../createChat.ts'
import type { ChatWindowState } from './chatWindowState.ts'
import { type ChatWindowSession, createChatWindow } from './createChatWindow.ts'
import type { WindowOptions } from './windowOptions.ts'

type ErrorState = Extract<ChatWindowState, { status: 'error' }>

/** Each kind of dead page, the settings of its server, and the code of the error. One more kind needs a page of its own: see `loadFrame`. */
const kinds: [kind: string, settings: Partial<WorldSettings>, code: ErrorState['code']][] = [
  ['connection refused', { link: 'http://127.0.0.1:9/chat' }, 'frame_unreachable'],
  ['unknown host', { link: 'http://nowhere.invalid/chat' }, 'frame_unreachable'],
  ['connection reset', { frame: 'resets' }, 'frame_unreachable'],
  ['status 500', { frame: 'fails', look: 'failed' }, 'frame_failed'],
  ['X-Frame-Options', { frame: 'refusesFraming', look: 'refusesFraming' }, 'frame_refused'],
  ['frame-ancestors', { frame: 'refusesAncestors', look: 'refusesFraming' }, 'frame_refused'],
  ['empty response', { frame: 'empty' }, 'frame_empty'],
  ['download', { frame: 'download' }, 'frame_empty'],
  ['no response at all', { frame: 'hangs' }, 'frame_timeout'],
]

interface Dead {
  close: () => void
  clock: IdealClock
  world: OpenWorld
  session: ChatWindowSession
  container: HTMLElement
  /** The error, and the time for which the client has waited until then. */
  failed: Promise<{ state: ErrorState; waitedMs: number }>
}

/** Nobody looks at nothing for longer: the requests themselves have the rest of five seconds. */
const limitMs = 4_500

/** All at once: some of them take as long as their deadline. */
const opened = new Map(kinds.map(([kind, settings]) => [kind, openDead(settings)]))

async function openDead(settings: Partial<WorldSettings>, windows?: WindowOptions): Promise<Dead> {
  const world = openWorld()
  await world.set(settings)
  const container = document.body.appendChild(document.createElement('div'))
  const clock = createIdealClock()
  const chat = createChat({ endpoint: world.endpoint, windows, clock })
  const session = createChatWindow({ chat, request: { scope: 'global' } })
  const failed: Dead['failed'] = new Promise((resolve) => {
    session.subscribe((state) => {
      if (state.status === 'error') resolve({ state, waitedMs: clock.waited() })
    })
  })
  session.mount(container)
  const close = (): void => {
    chat.close() // A browser has six connections to a server, and each living frame keeps one.
    container.remove()
  }
  return { world, session, container, failed, clock, close }
}

test.each(kinds)(
  '%s: a code, a sentence, a page that explains it, and a retry, within 5 s',
  async (kind, settings, code) => {
    const dead = await (opened.get(kind) ?? openDead(settings))
    opened.delete(kind) // A second try has one of its own.
    const { world, session, container } = dead
    onTestFinished(dead.close)
    const { state, waitedMs } = await dead.failed
    expect(state.code).toBe(code)
    expect(waitedMs).toBeLessThan(limitMs)
    expect(state.reason).toMatch(/^[A-Z].+\.$/)
    expect(state.help).toMatch(new RegExp(`/docs/frames\\.md#${code}$`))
    expect(JSON.stringify(state)).not.toContain('secret')
    expect(framesOf(container)).toHaveLength(0)
    await world.set({ frame: 'loads', link: null, look: null })
    session.retry()
    await vi.waitFor(() => expect(session.getState().status).toBe('ready'), { timeout: 45_000 })
  },
)

test('a check that is slower than the error page of the browser still finds it', async () => {
  const { world, session, container, failed, close } = await openDead({ frame: 'resets', check: 'hangs' })
  onTestFinished(close)
  await vi.waitFor(() => expect(session.getState()).toMatchObject({ status: 'ready', confirmed: false }), {
    timeout: 45_000,
  })
  await world.set({ check: 'resets' })
  expect((await failed).state.code).toBe('frame_unreachable')
  expect(framesOf(container)).toHaveLength(0)
})

test('a page that has given a sign of life stays, whatever a slow check finds', async () => {
  const { world, session, clock, close } = await openDead({ frame: 'loads', check: 'hangs' })
  onTestFinished(close)
  await vi.waitFor(async () => expect((await world.see()).openFrames).toBe(1), { timeout: 45_000 })
  await vi.waitFor(() => expect(session.getState().status).toBe('ready'), { timeout: 45_000 })
  await world.post({ any: 'shape' })
  await vi.waitFor(() => expect(session.getState()).toMatchObject({ confirmed: true }), { timeout: 45_000 })
  const waitedBefore = clock.waited()
  await world.set({ check: 'resets' })
  await vi.waitFor(() => expect(clock.waited()).toBeGreaterThan(waitedBefore), { timeout: 45_000 }) // For the policy.
  expect(session.getState()).toMatchObject({ status: 'ready', confirmed: true })
})

test('a page that has begun is shown, however long the rest of it takes', async () => {
  const { world, session, close } = await openDead({ frame: 'slow' }, { loadTimeoutMs: 500 })
  onTestFinished(close)
  await vi.waitFor(() => expect(session.getState().status).toBe('ready'), { timeout: 45_000 })
  expect((await world.see()).frameLoads).toHaveLength(1)
})

test('nobody can know: it opens, and is not taken for certain until its page gives a sign of life', async () => {
  const { world, session, close } = await openDead({ frame: 'loads' })
  onTestFinished(close)
  await vi.waitFor(() => expect(session.getState()).toMatchObject({ status: 'ready', confirmed: false }), {
    timeout: 45_000,
  })
  await vi.waitFor(async () => expect((await world.see()).openFrames).toBe(1), { timeout: 45_000 })
  await world.post({ any: 'shape' })
  await vi.waitFor(() => expect(session.getState()).toMatchObject({ status: 'ready', confirmed: true }), {
    timeout: 45_000,
  })
})

test('the look of the proxy is enough to be certain', async () => {
  const { session, close } = await openDead({ look: 'ok' })
  onTestFinished(close)
  await vi.waitFor(() => expect(session.getState()).toMatchObject({ status: 'ready', confirmed: true }), {
    timeout: 45_000,
  })
})

test.each([
  [true, 1],
  [undefined, 1],
  [false, 0],
])('checks each link once, without cookies, unless it is switched off: %s', async (checkLinks, checks) => {
  const world = openWorld()
  const chat = createChat({ endpoint: world.endpoint, windows: { checkLinks } })
  const session = createChatWindow({ chat, request: { scope: 'global' } })
  const container = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => {
    chat.close()
    container.remove()
  })
  session.mount(container)
  await vi.waitFor(() => expect(session.getState().status).toBe('ready'), { timeout: 45_000 })
  const { frameLoads, linkChecks } = await world.see()
  expect([frameLoads.length, linkChecks.length]).toEqual([1, checks])
})
