import type { Unanswered } from '@crm-chat/protocol'
import { expect, test } from 'vitest'
import { type RenderResult, render } from 'vitest-browser-react'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { ChatProvider } from './ChatProvider.tsx'
import { UnansweredBadge, type UnansweredBadgeProps } from './UnansweredBadge.tsx'
import { useUnanswered } from './useUnanswered.ts'

const at = '2026-01-02T03:04:05.000Z'
const live = (count: number, tone: 'red' | 'grey' | null): Unanswered => ({
  status: 'live',
  count,
  tone,
  epoch: 1,
  seq: 2,
  at,
})

async function show(
  unanswered: Unanswered,
  props: UnansweredBadgeProps = {},
): Promise<RenderResult & { world: OpenWorld }> {
  const world = openWorld()
  await world.set({ unanswered })
  const screen = await render(
    <ChatProvider endpoint={world.endpoint}>
      <a href="#chats">
        Chats <UnansweredBadge {...props} />
      </a>
      <Status />
    </ChatProvider>,
  )
  return { ...screen, world }
}

const badgeOf = ({ container }: { container: HTMLElement }) => container.querySelector<HTMLElement>('.cc-badge')

/** Lets a test wait for a state in which the badge shows nothing. */
function Status(): string {
  const state = useUnanswered()
  return `status ${state.status} ${'count' in state ? state.count : ''}`
}

test('shows the number, and says what it is', async () => {
  const screen = await show(live(5, 'red'))
  await expect.element(screen.getByRole('link', { name: 'Chats 5 unanswered' })).toBeInTheDocument()
  expect(badgeOf(screen)?.dataset.tone).toBe('red')
  await expect.element(screen.getByText('5', { exact: true })).toBeVisible()
})

test('follows the number without a reload', async () => {
  const { world, ...screen } = await show(live(5, 'red'))
  await world.setCount(6, { seq: 7 })
  await expect.element(screen.getByText('6 unanswered')).toBeInTheDocument()
  await world.setCount(0, { seq: 8 })
  await expect.element(screen.getByText('status live 0')).toBeInTheDocument()
  expect(badgeOf(screen)).toBeNull()
})

test('caps the number, but says the true one', async () => {
  const screen = await show(live(142, 'grey'))
  await expect.element(screen.getByText('99+')).toHaveAttribute('dir', 'ltr')
  await expect.element(screen.getByText('142 unanswered')).toBeInTheDocument()
  expect(badgeOf(screen)?.dataset.tone).toBe('grey')
})

test('takes a cap and words of your own', async () => {
  const screen = await show(live(12, 'red'), { max: 9, label: (count) => `${count} без ответа` })
  await expect.element(screen.getByText('9+')).toBeVisible()
  await expect.element(screen.getByText('12 без ответа')).toBeInTheDocument()
})

test('shows a dot in place of the number', async () => {
  const screen = await show(live(5, 'red'), { dot: true })
  await expect.element(screen.getByText('5 unanswered')).toBeInTheDocument()
  expect(badgeOf(screen)?.textContent).toBe('5 unanswered')
})

test('shows a 0 only when asked to', async () => {
  const screen = await show(live(0, null), { showZero: true })
  await expect.element(screen.getByText('0 unanswered')).toBeInTheDocument()
})

test.each([false, true])('shows nothing while the number is not known (showZero %s)', async (showZero) => {
  const screen = await show({ status: 'unknown', count: null, tone: null, epoch: 1, seq: 1, at: null }, { showZero })
  await expect.element(screen.getByText('status connecting')).toBeInTheDocument()
  expect(badgeOf(screen)).toBeNull()
})

test('grows pale while the connection is away', async () => {
  const screen = await show({ status: 'stale', count: 5, tone: 'red', epoch: 1, seq: 2, at })
  await expect.poll(() => badgeOf(screen)?.dataset.status).toBe('stale')
})
