import { type ReactNode, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { framesOf } from '../../../core/test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../../core/test/openWorld.ts'
import { ChatLauncher } from '../ChatLauncher.tsx'
import { ChatProvider } from '../ChatProvider.tsx'
import { ChatWindow } from '../ChatWindow.tsx'
import { UnansweredBadge } from '../UnansweredBadge.tsx'
import { createTestChat, TestChatProvider, type TestChatProviderProps } from './index.ts'
import '../styles.css'

/** Markup without what differs by chance, ids and the element that holds a frame, and the names of the frames. */
function describeView(container: Element): string[] {
  const copy = container.cloneNode(true) as Element // Of an element, it is one.
  for (const holder of copy.querySelectorAll('.cc-frame')) holder.replaceChildren()
  const markup = copy.innerHTML.replace(/ (?:id|style|aria-controls|aria-owns)="[^"]*"/g, '').replace(
    /(?: [\w-]+="[^"]*")+/g,
    (attributes) =>
      attributes
        .match(/ [\w-]+="[^"]*"/g)
        ?.sort()
        .join('') ?? '',
  )
  return [markup, ...framesOf(container).map(({ title }) => title)]
}

const at = '2026-01-02T03:04:05.000Z'
const counted = { count: 5, tone: 'red', epoch: 1, seq: 2, at } as const
const badge = <UnansweredBadge />
const window = <ChatWindow label="Ann" />
const refused = errorAnswer(403, { code: 'forbidden', retryable: false })

/** States of the components: how a proxy brings them about, and how a test sets them. */
const states: [
  name: string,
  content: ReactNode,
  prepare: Parameters<OpenWorld['set']>[0],
  props: TestChatProviderProps,
][] = [
  ['a live number', badge, { unanswered: { status: 'live', ...counted } }, { unanswered: 5 }],
  [
    "others' number",
    badge,
    { unanswered: { status: 'live', ...counted, tone: 'grey' } },
    { unanswered: { count: 5, tone: 'grey' } },
  ],
  ['no unanswered messages', badge, {}, { unanswered: 0 }],
  [
    'an outdated number',
    badge,
    { unanswered: { status: 'stale', ...counted } },
    { unanswered: { count: 5, status: 'stale' } },
  ],
  [
    'an unknown number',
    badge,
    { unanswered: { status: 'unknown', ...counted, count: null, tone: null, at: null } },
    { unanswered: 'unknown' },
  ],
  [
    'a number that is not available',
    badge,
    { answers: { events: errorAnswer(401, { code: 'unauthenticated', retryable: false }) } },
    { unanswered: { error: 'unauthenticated' } },
  ],
  ['a window that is ready', window, { look: 'ok' }, { window: 'ready' }],
  ['a window of which nobody knows what it shows', window, {}, { window: 'doubt' }],
  [
    'a window that loads',
    window,
    { answers: { window: { status: 200, body: '', hangs: true } } },
    { window: 'loading' },
  ],
  [
    'a window that may not be opened',
    window,
    { answers: { window: refused } },
    { window: { error: 'forbidden', requestId: 'r1' } },
  ],
  ['a page that refuses to be framed', window, { look: 'refusesFraming' }, { window: { error: 'frame_refused' } }],
  ['a launcher', <ChatLauncher key="launcher" />, { unanswered: { status: 'live', ...counted } }, { unanswered: 5 }],
  [
    'a launcher without a window',
    <ChatLauncher key="launcher" />,
    { capabilities: ['unanswered', 'events'] },
    { capabilities: ['unanswered'] },
  ],
]

test.each(states)('draws %s exactly as with a proxy', async (_, content, settings, props) => {
  const world = openWorld()
  await world.set(settings)
  const real = await render(<ChatProvider endpoint={world.endpoint}>{content}</ChatProvider>)
  const scripted = await render(<TestChatProvider {...props}>{content}</TestChatProvider>)
  const drawn = describeView(scripted.container)
  await expect.poll(() => describeView(real.container)).toEqual(drawn)
})

test('has its state at once, and on a server', () => {
  const html = renderToString(
    <TestChatProvider unanswered={5}>
      <UnansweredBadge />
    </TestChatProvider>,
  )
  expect(html).toContain('>5</span>')
})

test('follows its props, and leaves nothing behind, in StrictMode too', async () => {
  const view = (props: TestChatProviderProps) => (
    <StrictMode>
      <TestChatProvider {...props}>
        <UnansweredBadge />
        <ChatWindow />
      </TestChatProvider>
    </StrictMode>
  )
  const screen = await render(view({ unanswered: 5 }))
  expect(screen.container.querySelectorAll('iframe')).toHaveLength(1)
  await screen.rerender(view({ unanswered: 6, window: { error: 'network' }, offline: true }))
  expect(screen.getByRole('img', { name: '6 unanswered' }).element()).toBeVisible()
  expect(screen.getByRole('alert').element()).toBeVisible()
  expect(screen.getByText(/You are offline/).element()).toBeVisible()
  expect(navigator.onLine).toBe(false)
  await screen.rerender(null)
  expect(document.querySelectorAll('iframe')).toHaveLength(0)
  await expect.poll(() => navigator.onLine).toBe(true)
})

test('a test changes the state, sees what is requested, and posts as the page in the window', async () => {
  const chat = createTestChat({ window: { error: 'upstream_timeout' } })
  const heard: unknown[] = []
  const screen = await render(
    <ChatProvider chat={chat}>
      <ChatWindow onEvent={(message) => heard.push(message)} />
    </ChatProvider>,
  )
  await screen.getByRole('button', { name: 'Try again' }).click()
  expect(chat.calls).toHaveLength(2)
  chat.set({ window: 'ready' })
  await expect.element(screen.getByRole('region', { name: 'Chat' })).toHaveAttribute('data-status', 'ready')
  chat.post({ type: 'WZ_OPEN_ENTITY', data: { id: '7' } })
  expect(heard).toEqual([{ type: 'WZ_OPEN_ENTITY', data: { id: '7' } }])
  chat.close()
})

test('two windows of the same chats share a frame, and a click brings it here', async () => {
  const screen = await render(
    <TestChatProvider>
      <ChatWindow label="First" />
      <ChatWindow label="Second" />
    </TestChatProvider>,
  )
  const first = screen.getByRole('region', { name: 'First' })
  await screen.getByRole('button', { name: 'Show them here' }).click()
  await expect.element(first).toHaveAttribute('data-status', 'ready')
  expect(first.element().querySelector('iframe')?.title).toBe('First')
  expect(screen.container.querySelectorAll('iframe')).toHaveLength(1)
})
