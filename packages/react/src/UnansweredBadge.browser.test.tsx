import { expect, test } from 'vitest'
import { type RenderResult, render } from 'vitest-browser-react'
import { openWorld } from '../../core/test/openWorld.ts'
import { ChatProvider } from './ChatProvider.tsx'
import { createTestChat, type TestChat, type TestUnanswered } from './testing/index.ts'
import { UnansweredBadge, type UnansweredBadgeProps } from './UnansweredBadge.tsx'
import './styles.css'

async function show(
  unanswered: TestUnanswered,
  props: UnansweredBadgeProps = {},
): Promise<RenderResult & { chat: TestChat }> {
  const chat = createTestChat({ unanswered })
  const screen = await render(
    <ChatProvider chat={chat}>
      <a href="#chats">
        Chats <UnansweredBadge {...props} />
      </a>
    </ChatProvider>,
  )
  return { ...screen, chat }
}

const badgeOf = ({ container }: { container: HTMLElement }) => container.querySelector<HTMLElement>('.cc-badge')
const badge = ({ getByRole }: RenderResult, name: string) => getByRole('img', { name, exact: true })

test('shows the number, and says what it is', async () => {
  const screen = await show(5)
  await expect.element(screen.getByRole('link', { name: 'Chats 5 unanswered' })).toBeInTheDocument()
  expect(badgeOf(screen)?.dataset).toMatchObject({ tone: 'red', status: 'live' })
  await expect.element(screen.getByText('5', { exact: true })).toHaveAttribute('title', '5 unanswered')
})

test('follows the number without a reload, and hides at 0', async () => {
  const { chat, ...screen } = await show(5)
  chat.set({ unanswered: 6 })
  await expect.element(badge(screen, '6 unanswered')).toBeVisible()
  chat.set({ unanswered: 0 })
  await expect.element(screen.getByRole('img')).not.toBeInTheDocument()
  expect(badgeOf(screen)?.textContent).toBe('0')
  expect(badgeOf(screen)?.getBoundingClientRect().width).toBe(0)
})

test('caps the number, but says the true one', async () => {
  const screen = await show({ count: 142, tone: 'grey' })
  await expect.element(badge(screen, '142 unanswered')).toHaveTextContent('99+')
  expect(badgeOf(screen)).toMatchObject({ dir: 'ltr', dataset: { tone: 'grey' } })
})

test('takes a cap and words of your own', async () => {
  const screen = await show(12, { max: 9, label: (count) => `${count} без ответа` })
  await expect.element(badge(screen, '12 без ответа')).toHaveTextContent('9+')
})

test('shows a dot in place of the number', async () => {
  const screen = await show(5, { dot: true })
  await expect.element(badge(screen, '5 unanswered')).toBeVisible()
  expect(badgeOf(screen)?.textContent).toBe('')
})

test('shows a 0 only when asked to', async () => {
  const screen = await show(0, { showZero: true })
  await expect.element(badge(screen, '0 unanswered')).toHaveTextContent('0')
})

test.each([false, true])('shows an unknown number as such, and not as a 0 (showZero %s)', async (showZero) => {
  const screen = await show('unknown', { showZero })
  await expect.element(screen.getByRole('link', { name: 'Chats count unknown' })).toBeInTheDocument()
  await expect.element(badge(screen, 'count unknown')).toHaveTextContent('–')
  await expect.element(badge(screen, 'count unknown')).toBeVisible()
})

test('takes words of your own for an unknown number', async () => {
  const screen = await show('unknown', { labels: { unknown: 'число неизвестно' } })
  await expect.element(badge(screen, 'число неизвестно')).toBeVisible()
})

test('says in words that a number is outdated, and is hollow', async () => {
  const { chat, ...screen } = await show(5)
  const { backgroundColor } = getComputedStyle(await untilDrawn(screen, '5 unanswered'))
  chat.set({ unanswered: { count: 5, status: 'stale' } })
  const element = await untilDrawn(screen, '5 unanswered, not up to date')
  expect(element.title).toBe('5 unanswered, not up to date')
  expect(getComputedStyle(element)).toMatchObject({ borderTopStyle: 'dashed' })
  expect(getComputedStyle(element).backgroundColor).not.toBe(backgroundColor)
})

async function showWorld(count: number) {
  const world = openWorld()
  await world.setCount(count)
  const screen = await render(
    <ChatProvider endpoint={world.endpoint}>
      <UnansweredBadge />
    </ChatProvider>,
  )
  await untilDrawn(screen, `${count} unanswered`)
  return { ...screen, world }
}

test('is outdated as soon as the browser goes offline', async () => {
  const screen = await showWorld(5)
  dispatchEvent(new Event('offline'))
  await untilDrawn(screen, '5 unanswered, not up to date')
})

test("shows an error, and no number, for another user's session", async () => {
  const { world, ...screen } = await showWorld(5)
  await world.set({ userId: 'another' })
  await world.setCount(8)
  await world.drop()
  const element = await untilDrawn(screen, 'count not available')
  expect(element.textContent).toBe('!')
  expect(element.dataset.status).toBe('error')
})

async function untilDrawn(screen: RenderResult, name: string): Promise<HTMLElement> {
  await expect.element(badge(screen, name)).toBeVisible()
  return badge(screen, name).element() as HTMLElement
}
