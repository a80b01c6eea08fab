import type { UnansweredState } from '@crm-chat/core'
import { type ReactNode, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { type RenderResult, render } from 'vitest-browser-react'
import { framesOf } from '../../core/test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import {
  ChatPanel,
  ChatProvider,
  type ChatProviderProps,
  ChatWindow,
  UnansweredBadge,
  type WindowHandle,
} from './index.ts'
import './styles.css'

const chats = [{ chatType: 'whatsapp' as const, chatId: '7' }]

async function show(
  children: ReactNode,
  { world = openWorld(), ...props }: Partial<ChatProviderProps> & { world?: OpenWorld } = {},
): Promise<RenderResult & { world: OpenWorld }> {
  const screen = await render(
    <ChatProvider {...props} endpoint={world.endpoint}>
      <div style={{ height: 400 }}>{children}</div>
    </ChatProvider>,
  )
  return { ...screen, world }
}

async function failing(): Promise<OpenWorld> {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  return world
}

const status = (screen: RenderResult) => screen.container.querySelector('section')?.dataset.status

test('a window shows content of your own while it loads and when it fails, and can be tried again', async () => {
  const world = await failing()
  const slots = {
    loading: <b>One moment</b>,
    error: ({ state, retry }: { state: { code: string }; retry: () => void }) => (
      <button type="button" onClick={retry}>
        Again after {state.code}
      </button>
    ),
  }
  const screen = await show(<ChatWindow slots={slots} />, { world })
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Again after upstream_unavailable')
  await world.set({ answers: { window: { status: 200, body: '', hangs: true } } })
  await screen.getByRole('button', { name: /Again/ }).click()
  await expect.element(screen.getByText('One moment')).toBeVisible()
  expect(screen.container.querySelector('.cc-loading')?.getAttribute('role')).toBe('status')
})

test('content of your own keeps the rules of the page', async () => {
  const style = document.head.appendChild(document.createElement('style'))
  style.textContent = '@layer utilities { .mine { padding: 7px; display: grid } }'
  const screen = await show(
    <ChatPanel
      chats={[]}
      slots={{ empty: <p className="mine">Nobody wrote</p>, actions: <u className="mine">Call</u> }}
    />,
  )
  for (const text of ['Nobody wrote', 'Call'])
    expect(getComputedStyle(screen.getByText(text).element())).toMatchObject({ padding: '7px', display: 'grid' })
  style.remove()
})

test('a card without chats says so, and requests nothing', async () => {
  const screen = await show(<ChatWindow chats={[]} />)
  await expect.element(screen.getByText('There are no chats here yet.')).toBeVisible()
  expect(status(screen)).toBe('empty')
  expect((await screen.world.see()).requests).toEqual([])
})

test('another window of the same chats can be told from your own content', async () => {
  const elsewhere = ({ showHere }: { showHere: () => void }) => (
    <button type="button" onClick={showHere}>
      Bring it here
    </button>
  )
  const screen = await show([
    <ChatWindow key="a" chats={chats} slots={{ elsewhere }} />,
    <ChatWindow key="b" chats={chats} />,
  ])
  await screen.getByRole('button', { name: 'Bring it here' }).click()
  await expect.poll(() => status(screen)).toBe('ready')
})

test('a window reports that it is ready, that it failed, and the deals that its user opens', async () => {
  const [onReady, onError, onEntity, onEvent] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()]
  const world = await failing()
  const handle = { current: null as WindowHandle | null }
  const screen = await show(
    <ChatWindow ref={handle} onReady={onReady} onError={onError} onEntity={onEntity} onEvent={onEvent} />,
    { world },
  )
  await expect.poll(() => onError.mock.calls.length).toBe(1)
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ status: 'error', code: 'upstream_unavailable' })
  await world.set({ answers: {} })
  handle.current?.retry()
  await expect.poll(() => onReady.mock.calls).toEqual([[]])
  handle.current?.focus()
  expect(document.activeElement).toBe(framesOf(screen.container)[0])
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  const message = { type: 'WZ_OPEN_ENTITY', data: { chatId: 7, entity: { id: '5' } } }
  await world.post(message)
  await expect.poll(() => onEntity.mock.calls).toEqual([[{ type: 'open', chatId: '7', entity: { id: '5' } }]])
  expect(onEvent.mock.calls).toEqual([[message]])
})

function Restless({ onUnanswered }: { onUnanswered: (state: UnansweredState) => void }): ReactNode {
  const [round, setRound] = useState(0)
  return (
    <>
      <button type="button" onClick={() => setRound(round + 1)}>
        Round {round}
      </button>
      <UnansweredBadge onUnanswered={(state) => onUnanswered(state)} />
    </>
  )
}

test('a provider and a badge report each new state of the number, with functions written inline', async () => {
  const [byProvider, byBadge] = [vi.fn(), vi.fn()]
  const screen = await show(<Restless onUnanswered={byBadge} />, { onUnanswered: (state) => byProvider(state) })
  const { world } = screen
  for (const count of [3, 4]) {
    await world.setCount(count)
    for (const heard of [byProvider, byBadge])
      await expect.poll(() => heard.mock.lastCall?.[0]).toMatchObject({ status: 'live', count })
    await screen.getByRole('button', { name: /Round/ }).click()
  }
  expect((await world.see()).openStreams).toBe(1)
})

test('a provider without components reports the number too, and one that asks for nothing opens no stream', async () => {
  const onUnanswered = vi.fn()
  const { world } = await show(null, { onUnanswered })
  await expect.poll(async () => (await world.see()).openStreams).toBe(1)
  await world.setCount(3)
  await expect.poll(() => onUnanswered.mock.lastCall?.[0]).toMatchObject({ status: 'live', count: 3 })
  const silent = await show(null)
  expect((await silent.world.see()).requests).toEqual([])
})

test('takes its look from the provider, and its own before that', async () => {
  const screen = await show(
    <ChatPanel
      chats={[]}
      className="own"
      appearance={{ variables: { radius: '3px' }, elements: { title: { letterSpacing: '2px' } } }}
      classNames={{ panel: 'mine' }}
    />,
    {
      appearance: {
        theme: 'dark',
        variables: { accent: 'rgb(1, 2, 3)', onAccent: 'rgb(4, 5, 6)', radius: '9px' },
        elements: { title: { fontSize: 30, letterSpacing: '1px' } },
      },
      classNames: { panel: 'shared', window: 'pane' },
      dir: 'rtl',
    },
  )
  const panel = screen.container.querySelector<HTMLElement>('.cc-panel')
  expect(panel?.className).toBe('cc-root cc-panel shared mine own')
  expect(panel?.dir).toBe('rtl')
  const style = getComputedStyle(panel as HTMLElement)
  expect([style.backgroundColor, style.borderTopLeftRadius, style.getPropertyValue('--cc-on-accent')]).toEqual([
    'rgb(21, 24, 30)',
    '3px',
    'rgb(4, 5, 6)',
  ])
  expect(screen.container.querySelector('.cc-window')?.classList.contains('pane')).toBe(true)
  const title = screen.getByRole('heading').element()
  expect(getComputedStyle(title)).toMatchObject({ fontSize: '30px', letterSpacing: '2px' })
})

test.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(21, 24, 30)'],
] as const)('is %s by its theme, whatever the page says', async (theme, color) => {
  document.documentElement.dataset.ccTheme = theme === 'dark' ? 'light' : 'dark'
  const screen = await show(<ChatWindow chats={[]} appearance={{ theme }} />)
  delete document.documentElement.dataset.ccTheme
  expect(getComputedStyle(screen.getByRole('region').element()).backgroundColor).toBe(color)
})

test('a badge takes the look of its provider with its first number', async () => {
  const world = openWorld()
  await world.setCount(3)
  const screen = await show(<UnansweredBadge classNames={{ badge: 'mine' }} className="own" />, {
    world,
    appearance: { variables: { alert: 'rgb(1, 2, 3)' }, elements: { badge: { opacity: 0.5 } } },
    classNames: { badge: 'shared' },
  })
  const badge = screen.getByRole('img', { name: '3 unanswered' })
  await expect.element(badge).toHaveClass('cc-root', 'cc-badge', 'shared', 'mine', 'own')
  expect(getComputedStyle(badge.element())).toMatchObject({ backgroundColor: 'rgb(1, 2, 3)', opacity: '0.5' })
})
