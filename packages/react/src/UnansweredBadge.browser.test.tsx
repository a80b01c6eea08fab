import type { Unanswered } from '@crm-chat/protocol'
import { expect, test } from 'vitest'
import { type RenderResult, render } from 'vitest-browser-react'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { ChatProvider } from './ChatProvider.tsx'
import { UnansweredBadge, type UnansweredBadgeProps } from './UnansweredBadge.tsx'
import { useUnanswered } from './useUnanswered.ts'
import './styles.css'

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
const badge = ({ getByRole }: RenderResult, name: string) => getByRole('img', { name, exact: true })

/** Lets a test wait for a state in which the badge shows nothing. */
function Status(): string {
  const state = useUnanswered()
  return `status ${state.status} ${'count' in state ? state.count : ''}`
}

test('shows the number, and says what it is', async () => {
  const screen = await show(live(5, 'red'))
  await expect.element(screen.getByRole('link', { name: 'Chats 5 unanswered' })).toBeInTheDocument()
  expect(badgeOf(screen)?.dataset).toMatchObject({ tone: 'red', status: 'live' })
  await expect.element(screen.getByText('5', { exact: true })).toHaveAttribute('title', '5 unanswered')
})

test('follows the number without a reload, and hides at 0', async () => {
  const { world, ...screen } = await show(live(5, 'red'))
  await world.setCount(6, { seq: 7 })
  await expect.element(badge(screen, '6 unanswered')).toBeVisible()
  await world.setCount(0, { seq: 8 })
  await expect.element(screen.getByText('status live 0')).toBeInTheDocument()
  await expect.element(screen.getByRole('img')).not.toBeInTheDocument()
  expect(badgeOf(screen)?.getBoundingClientRect().width).toBe(0)
})

test('caps the number, but says the true one', async () => {
  const screen = await show(live(142, 'grey'))
  await expect.element(badge(screen, '142 unanswered')).toHaveTextContent('99+')
  expect(badgeOf(screen)).toMatchObject({ dir: 'ltr', dataset: { tone: 'grey' } })
})

test('takes a cap and words of your own', async () => {
  const screen = await show(live(12, 'red'), { max: 9, label: (count) => `${count} без ответа` })
  await expect.element(badge(screen, '12 без ответа')).toHaveTextContent('9+')
})

test('shows a dot in place of the number', async () => {
  const screen = await show(live(5, 'red'), { dot: true })
  await expect.element(badge(screen, '5 unanswered')).toBeVisible()
  expect(badgeOf(screen)?.textContent).toBe('')
})

test('shows a 0 only when asked to', async () => {
  const screen = await show(live(0, null), { showZero: true })
  await expect.element(badge(screen, '0 unanswered')).toHaveTextContent('0')
})

const unknown: Unanswered = { status: 'unknown', count: null, tone: null, epoch: 1, seq: 1, at: null }

test.each([false, true])('shows an unknown number as such, and not as a 0 (showZero %s)', async (showZero) => {
  const screen = await show(unknown, { showZero })
  await expect.element(screen.getByText('status connecting')).toBeInTheDocument()
  await expect.element(screen.getByRole('link', { name: 'Chats count unknown' })).toBeInTheDocument()
  await expect.element(badge(screen, 'count unknown')).toHaveTextContent('–')
  await expect.element(badge(screen, 'count unknown')).toBeVisible()
})

test('takes words of your own for an unknown number', async () => {
  const screen = await show(unknown, { labels: { unknown: 'число неизвестно' } })
  await expect.element(badge(screen, 'число неизвестно')).toBeVisible()
})

test('says in words that a number is outdated, and is hollow', async () => {
  const { world, ...screen } = await show(live(5, 'red'))
  const { backgroundColor } = getComputedStyle(await untilDrawn(screen, '5 unanswered'))
  await world.set({ unanswered: { status: 'stale', count: 5, tone: 'red', epoch: 1, seq: 3, at } })
  const element = await untilDrawn(screen, '5 unanswered, not up to date')
  expect(element.title).toBe('5 unanswered, not up to date')
  expect(getComputedStyle(element)).toMatchObject({ borderTopStyle: 'dashed' })
  expect(getComputedStyle(element).backgroundColor).not.toBe(backgroundColor)
})

test('is outdated as soon as the browser goes offline', async () => {
  const screen = await show(live(5, 'red'))
  await untilDrawn(screen, '5 unanswered')
  dispatchEvent(new Event('offline'))
  await untilDrawn(screen, '5 unanswered, not up to date')
})

test("shows an error, and no number, for another user's session", async () => {
  const { world, ...screen } = await show(live(5, 'red'))
  await untilDrawn(screen, '5 unanswered')
  await world.set({ userId: 'another', unanswered: live(8, 'red') })
  await world.drop()
  const element = await untilDrawn(screen, 'count not available')
  expect(element.textContent).toBe('!')
  expect(element.dataset.status).toBe('error')
})

async function untilDrawn(screen: RenderResult, name: string): Promise<HTMLElement> {
  await expect.element(badge(screen, name)).toBeVisible()
  return badge(screen, name).element() as HTMLElement
}
