import { Activity, type ReactNode, StrictMode } from 'react'
import { expect, test } from 'vitest'
import { type RenderResult, render } from 'vitest-browser-react'
import { framesOf } from '../../core/test/framesOf.ts'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { ChatProvider } from './ChatProvider.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import { createTestChat, TestChatProvider } from './testing/index.ts'
import { usePrefetchWindow } from './usePrefetchWindow.ts'
import './styles.css'

function show(world: OpenWorld, children: ReactNode): Promise<RenderResult> {
  return render(<ChatProvider endpoint={world.endpoint}>{children}</ChatProvider>)
}

const statusOf = (screen: RenderResult) => screen.container.querySelector('section')?.dataset.status
const links = async (world: OpenWorld) =>
  (await world.see()).requests.filter(({ operation }) => operation === 'window').length
const boxOf = (screen: RenderResult, selector: string): DOMRect =>
  screen.container.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()

test('offers to try again for as long as nobody knows what the frame shows', async () => {
  const world = openWorld()
  const screen = await show(world, <ChatWindow />)
  const doubt = screen.getByRole('button', { name: 'Not loading? Try again' })
  await expect.element(doubt).toBeVisible()
  expect(boxOf(screen, '.cc-doubt').top).toBeGreaterThanOrEqual(boxOf(screen, '.cc-frame').bottom)
  await doubt.click()
  await expect.poll(() => links(world)).toBe(2)
  await expect.poll(() => statusOf(screen)).toBe('ready')
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  await world.post({ any: 'shape' })
  await expect.element(doubt).not.toBeInTheDocument()
})

test('links to the page that explains why it did not open', async () => {
  const screen = await render(
    <TestChatProvider window={{ error: 'frame_refused' }}>
      <ChatWindow />
    </TestChatProvider>,
  )
  const link = screen.getByRole('link', { name: 'More about this' })
  await expect.element(link).toHaveAttribute('href', expect.stringMatching(/\/docs\/frames\.md#frame_refused$/))
  await expect.element(screen.getByRole('alert')).toHaveTextContent('does not allow this page to show it')
})

test('says that it is offline above the frame, and covers nothing of it', async () => {
  const chat = createTestChat()
  const screen = await render(
    <ChatProvider chat={chat}>
      <ChatWindow />
    </ChatProvider>,
  )
  const before = boxOf(screen, '.cc-frame')
  chat.set({ offline: true })
  await expect.element(screen.getByText(/You are offline/)).toBeVisible()
  expect(boxOf(screen, '.cc-offline').bottom).toBeLessThanOrEqual(boxOf(screen, '.cc-frame').top)
  chat.set({ offline: false })
  await expect.poll(() => boxOf(screen, '.cc-frame')).toEqual(before)
})

test('a second window of the same chats takes the frame, and the first gets it back on a click', async () => {
  const world = openWorld()
  const screen = await show(
    world,
    <>
      <ChatWindow label="First" />
      <ChatWindow label="Second" />
    </>,
  )
  const first = screen.getByRole('region', { name: 'First' })
  await expect.element(first).toHaveTextContent('These chats are open in another place on this page.')
  await screen.getByRole('button', { name: 'Show them here' }).click()
  await expect.element(first).toHaveAttribute('data-status', 'ready')
  expect(framesOf(first.element())).toHaveLength(1)
  expect(await links(world)).toBe(1)
})

test('a window of its own has a frame of its own', async () => {
  const world = openWorld()
  const screen = await show(
    world,
    <>
      <ChatWindow />
      <ChatWindow own />
    </>,
  )
  await expect
    .poll(() => [...screen.container.querySelectorAll('[data-status=ready]')].flatMap(framesOf).length)
    .toBe(2)
  expect(await links(world)).toBe(2)
})

function Row(): ReactNode {
  const prefetch = usePrefetchWindow()
  const handle = (): void => prefetch({ request: { scope: 'global' } })
  return (
    <button type="button" onPointerEnter={handle} onFocus={handle}>
      Ann
    </button>
  )
}

test('prefetches a link on hover and focus, once', async () => {
  const world = openWorld()
  const screen = await show(
    world,
    <>
      <Row />
      <ChatWindow hidden />
    </>,
  )
  await screen.getByRole('button', { name: 'Ann' }).hover()
  await screen.getByRole('button', { name: 'Ann' }).click()
  await expect.poll(() => statusOf(screen)).toBe('ready')
  expect(await links(world)).toBe(1)
})

test('a provider that is hidden by <Activity> keeps its frames, and one that is removed leaves none', async () => {
  const world = openWorld()
  const at = (mode: 'visible' | 'hidden' | 'gone') => (
    <StrictMode>
      {mode === 'gone' ? null : (
        <Activity mode={mode}>
          <ChatProvider endpoint={world.endpoint}>
            <ChatWindow />
          </ChatProvider>
        </Activity>
      )}
    </StrictMode>
  )
  const screen = await render(at('visible'))
  await expect.poll(() => statusOf(screen)).toBe('ready')
  for (const mode of ['hidden', 'visible', 'hidden', 'visible'] as const) await screen.rerender(at(mode))
  await expect.poll(() => statusOf(screen)).toBe('ready')
  expect((await world.see()).frameLoads).toHaveLength(1)
  await screen.rerender(at('gone'))
  await expect.poll(() => document.querySelectorAll('iframe').length).toBe(0)
  await expect.poll(async () => (await world.see()).openFrames).toBe(0)
})
