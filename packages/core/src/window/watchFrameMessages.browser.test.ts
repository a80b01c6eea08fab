import { expect, onTestFinished, test, vi } from 'vitest'
import { type OpenWorld, openWorld } from '../../test/openWorld.ts'
import { systemClock } from '../clock.ts'
import { createChat } from '../createChat.ts'
import { loadFrame } from './loadFrame.ts'
import { watchFrameMessages } from './watchFrameMessages.ts'
import { toWindowSettings } from './windowOptions.ts'

async function listen({ world, origin }: { world: OpenWorld; origin?: string }): Promise<unknown[]> {
  const closing = new AbortController()
  onTestFinished(() => closing.abort())
  const { signal } = closing
  const link = await createChat({ endpoint: world.endpoint }).openWindow({ scope: 'global' })
  const frame = await loadFrame({
    stage: document.body,
    link,
    title: 'Chat',
    settings: toWindowSettings(),
    clock: systemClock,
    signal,
  })
  const messages: unknown[] = []
  watchFrameMessages({ frame, origin: origin ?? link.origin, onMessage: (message) => messages.push(message), signal })
  await until(async () => (await world.see()).openFrames === 1)
  return messages
}

const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBe(true), { timeout: 45_000, interval: 10 })

/** Resolves once everything posted before has been delivered to this page. */
async function untilDelivered({ world, type }: { world: OpenWorld; type: string }): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    const handle = (event: MessageEvent): void => {
      if (event.data?.type === type) resolve()
    }
    window.addEventListener('message', handle)
    onTestFinished(() => window.removeEventListener('message', handle))
  })
  await world.post({ type })
  await arrived
}

test('receives messages of its frame, unknown types included', async () => {
  const world = openWorld()
  const messages = await listen({ world })
  await world.post({ type: 'WZ_OPEN_ENTITY', data: { entity: { id: 7 } } })
  await world.post({ type: 'WZ_CREATE_ENTITY', data: { chatType: 'whatsapp' } })
  await world.post({ type: 'WZ_SOMETHING_NEW' })
  await until(() => messages.length === 3)
  expect(messages).toEqual([
    { type: 'WZ_OPEN_ENTITY', data: { entity: { id: 7 } } },
    { type: 'WZ_CREATE_ENTITY', data: { chatType: 'whatsapp' } },
    { type: 'WZ_SOMETHING_NEW' },
  ])
})

test('skips messages of another shape', async () => {
  const world = openWorld()
  const messages = await listen({ world })
  for (const message of ['WZ_OPEN_ENTITY', null, 7, { type: 'OPEN' }, { type: 7 }, { type: 'WZ_<script>' }, []]) {
    await world.post(message)
  }
  await untilDelivered({ world, type: 'WZ_LAST' })
  expect(messages).toEqual([{ type: 'WZ_LAST' }])
})

test('ignores the page itself, other frames, and frames inside the frame', async () => {
  const world = openWorld()
  const messages = await listen({ world })
  const other = openWorld()
  await listen({ world: other })
  window.postMessage({ type: 'WZ_OPEN_ENTITY', data: 'page' }, '*')
  await other.post({ type: 'WZ_OPEN_ENTITY', data: 'other frame' })
  await untilDelivered({ world: other, type: 'WZ_DONE' })
  await world.post({ type: 'WZ_FROM_CHILD', data: 'child' }, 'child')
  await untilDelivered({ world, type: 'WZ_LAST' })
  expect(messages).toEqual([{ type: 'WZ_LAST' }])
})

test('ignores its frame once that has gone to another origin', async () => {
  const world = openWorld()
  const messages = await listen({ world, origin: 'https://vendor.example' })
  await untilDelivered({ world, type: 'WZ_OPEN_ENTITY' })
  expect(messages).toEqual([])
})
