import type { NamedChat } from '@crm-chat/protocol'
import { type ReactNode, StrictMode, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { framesOf } from '../../core/test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { ChatProvider } from './ChatProvider.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import type { ChatWindowProps } from './WindowView.tsx'
import './styles.css'

function open({ world, children }: { world: OpenWorld; children: ReactNode }): ReturnType<typeof render> {
  return render(
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>{children}</ChatProvider>
    </StrictMode>,
  )
}

const ann: NamedChat[] = [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }]

const untilReady = (container: HTMLElement) =>
  expect.poll(() => container.querySelector('section')?.dataset.status, { timeout: 45_000 }).toBe('ready')
const windowBodies = async (world: OpenWorld) =>
  (await world.see()).requests.filter(({ operation }) => operation === 'window').map(({ body }) => JSON.parse(body))

test('shows that it is on its way, and then the window: one link, one frame, in StrictMode too', async () => {
  const world = openWorld()
  const screen = await open({ world, children: <ChatWindow scope="global" label="All chats" /> })
  expect(screen.getByText('Opening the chat…').element()).toBeInTheDocument()
  await untilReady(screen.container)
  await expect.element(screen.getByText('Opening the chat…')).not.toBeInTheDocument()
  expect(framesOf(screen.container)).toHaveLength(1)
  expect(framesOf(screen.container)[0]?.title).toBe('All chats')
  await expect.element(screen.getByRole('region', { name: 'All chats' })).toHaveAttribute('aria-busy', 'false')
  expect(await windowBodies(world)).toEqual([{ scope: 'global' }])
  await screen.unmount()
  await vi.waitFor(async () => expect((await world.see()).openFrames).toBe(0), { timeout: 45_000 })
})

function RestlessCard({ onHeard }: { onHeard: (text: string) => void }): ReactNode {
  const [round, setRound] = useState(1)
  return (
    <>
      <button type="button" onClick={() => setRound(round + 1)}>
        Again
      </button>
      <ChatWindow
        scope="card"
        chats={[{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }]}
        activeChat={{ chatType: 'whatsapp', chatId: '79998887766' }}
        label={`Round ${round}`}
        onEvent={({ type }) => onHeard(`${round} ${type}`)}
        labels={{ retry: `${round}` }}
      />
    </>
  )
}

test('does not reload for objects written inline, a new label or a new handler; the newest handler hears', async () => {
  const world = openWorld()
  const heard: string[] = []
  const screen = await open({ world, children: <RestlessCard onHeard={(text) => heard.push(text)} /> })
  await untilReady(screen.container)
  const [frame] = framesOf(screen.container)
  for (let round = 1; round < 5; round += 1) await screen.getByRole('button', { name: 'Again', exact: true }).click()
  await expect.poll(() => frame?.title).toBe('Round 5')
  expect(framesOf(screen.container)).toEqual([frame])
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  await world.post({ type: 'WZ_OPEN_ENTITY' })
  await expect.poll(() => heard).toEqual(['5 WZ_OPEN_ENTITY'])
  expect((await world.see()).frameLoads).toHaveLength(1)
  expect(await windowBodies(world)).toHaveLength(1)
})

test.each([
  ['all chats, when it is given none', {}, { scope: 'global' }],
  ["a card's chats, when it is given some", { chats: ann }, { scope: 'card', chats: ann }],
] as const)('opens %s', async (_, props, body) => {
  const world = openWorld()
  const screen = await open({ world, children: <ChatWindow {...(props as ChatWindowProps)} /> })
  await untilReady(screen.container)
  expect(await windowBodies(world)).toEqual([body])
})

test('does not open all chats while the chats of a card are undefined', async () => {
  const world = openWorld()
  const props = { chats: undefined } as unknown as ChatWindowProps // As from JavaScript.
  const screen = await open({ world, children: <ChatWindow {...props} /> })
  await expect.element(screen.getByRole('alert')).toHaveTextContent('In chats: ')
  expect((await world.see()).frameLoads).toEqual([])
})

test("opens another window for another card's chats", async () => {
  const world = openWorld()
  const chats = (chatId: string): NamedChat[] => [{ chatType: 'whatsapp', chatId }]
  const card = (chatId: string) => (
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>
        <ChatWindow scope="card" chats={chats(chatId)} />
      </ChatProvider>
    </StrictMode>
  )
  const screen = await render(card('79990000001'))
  await untilReady(screen.container)
  await screen.rerender(card('79990000002'))
  await expect.poll(async () => (await world.see()).frameLoads.length).toBe(2)
  await untilReady(screen.container)
  expect(framesOf(screen.container)).toHaveLength(1)
  expect(await windowBodies(world)).toEqual([
    { scope: 'card', chats: chats('79990000001') },
    { scope: 'card', chats: chats('79990000002') },
  ])
})

test.each([
  [403, 'forbidden', 'You may not open this chat.'],
  [502, 'upstream_auth', 'The messenger service refused our key. Tell your administrator.'],
  [503, 'upstream_unavailable', 'The messenger service cannot be reached right now.'],
  [401, 'unauthenticated', 'You are signed out. Sign in again to see your chats.'],
])('says in plain words why it did not open (%d %s), and tries again', async (status, code, words) => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(status, { code, retryable: status >= 500 }) } })
  const screen = await open({ world, children: <ChatWindow scope="global" /> })
  const alert = screen.getByRole('alert')
  await expect.element(alert).toHaveTextContent(words)
  await expect.element(alert).toHaveTextContent('Request r1')
  expect(framesOf(screen.container)).toEqual([])
  await world.set({ answers: {} })
  await screen.getByRole('button', { name: 'Try again' }).click()
  await untilReady(screen.container)
  expect(screen.container.querySelector('[role=alert]')).toBeNull()
})

test('tells a developer which of the chats is wrong', async () => {
  const world = openWorld()
  const props = { scope: 'card', chats: [{ chatType: 'pigeon', chatId: '7' }] } as unknown as ChatWindowProps // As from JavaScript.
  const screen = await open({ world, children: <ChatWindow {...props} /> })
  await expect.element(screen.getByRole('alert')).toHaveTextContent('In chats.0.chatType: ')
  expect((await world.see()).frameLoads).toEqual([])
})

test('speaks your language', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(403, { code: 'forbidden', retryable: false }) } })
  const labels = { failed: 'Чат не открылся', retry: 'Повторить', errors: { forbidden: 'Этот чат вам недоступен.' } }
  const screen = await open({ world, children: <ChatWindow scope="global" labels={labels} /> })
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Чат не открылсяЭтот чат вам недоступен.Повторить')
})
