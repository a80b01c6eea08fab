import { expect, onTestFinished, test, vi } from 'vitest'
import { until } from '../../test/openWindow.ts'
import { errorAnswer, openWorld } from '../../test/openWorld.ts'
import { createChat } from '../createChat.ts'
import { type ChatWindowOptions, createChatWindow } from './createChatWindow.ts'
import { prefetchWindow } from './prefetchWindow.ts'

function open(options: Partial<ChatWindowOptions> = {}) {
  const world = openWorld()
  const chat = createChat({ endpoint: world.endpoint })
  const session = createChatWindow({ chat, request: { scope: 'global' }, ...options })
  const container = document.body.appendChild(document.createElement('div'))
  container.style.height = '200px'
  onTestFinished(() => {
    chat.close()
    container.remove()
  })
  return { world, chat, session, mount: () => session.mount(container) }
}

test('says once that it is ready, and again when it was opened anew', async () => {
  const onReady = vi.fn()
  const { session, mount } = open({ onReady })
  mount()
  await until(() => session.getState().status === 'ready')
  expect(onReady).toHaveBeenCalledOnce()
  session.retry()
  await until(() => onReady.mock.calls.length === 2)
})

test('says why it did not open', async () => {
  const onError = vi.fn()
  const onReady = vi.fn()
  const { world, session, mount } = open({ onError, onReady })
  await world.set({ answers: { window: errorAnswer(403, { code: 'forbidden', retryable: false }) } })
  mount()
  await until(() => session.getState().status === 'error')
  expect(onError.mock.calls).toEqual([[session.getState()]])
  expect(onReady).not.toHaveBeenCalled()
})

test('reports the deals that its user opens and creates, and every message as it comes', async () => {
  const [onEntity, onEvent] = [vi.fn(), vi.fn()]
  const { world, session, mount } = open({ onEntity, onEvent })
  mount()
  await until(() => session.getState().status === 'ready')
  await until(async () => (await world.see()).openFrames === 1)
  const messages = [
    { type: 'WZ_CREATE_ENTITY', data: { chatId: '7' } },
    { type: 'WZ_OPEN_ENTITY', data: { chatId: '7', entity: { id: '5', link: 'https://crm.example/5' } } },
    { type: 'WZ_SOMETHING_NEW' },
  ]
  for (const message of messages) await world.post(message)
  await until(() => onEvent.mock.calls.length === 3)
  expect(onEvent.mock.calls.flat()).toEqual(messages)
  expect(onEntity.mock.calls.flat()).toEqual([
    { type: 'create', chatId: '7' },
    { type: 'open', chatId: '7', entity: { id: '5', link: 'https://crm.example/5' } },
  ])
})

test('moves the focus into its frame', async () => {
  const { session, mount } = open()
  session.focus()
  mount()
  await until(() => session.getState().status === 'ready')
  session.focus()
  expect(document.activeElement).toBeInstanceOf(HTMLIFrameElement)
})

test('a card without chats is empty, and requests nothing', async () => {
  const request = { scope: 'card', chats: [] } as const
  const { world, chat, session, mount } = open({ request: { ...request, chats: [] } })
  expect([session.getState(), session.getInitialState()]).toEqual(Array(2).fill({ status: 'empty' }))
  const close = mount()
  prefetchWindow({ chat, request: { ...request, chats: [] }, load: 'frame' })
  session.retry()
  close()
  await chat.session() // Whatever is requested comes before this.
  expect(session.getState()).toEqual({ status: 'empty' })
  expect((await world.see()).requests.map(({ operation }) => operation)).toEqual(['session'])
})
