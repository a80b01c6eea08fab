import type { Unanswered } from '@crm-chat/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { type OpenWorld, openWorld } from '../../../core/test/openWorld.ts'
import { addElement } from '../../test/addElement.ts'
import type { CrmChatBadgeElement } from './CrmChatBadgeElement.ts'

const at = '2026-01-02T03:04:05.000Z'
const live = (count: number, tone: 'red' | 'grey' | null): Unanswered => ({
  status: 'live',
  count,
  tone,
  epoch: 1,
  seq: 2,
  at,
})

async function show(unanswered: Unanswered, attributes: Record<string, string> = {}): Promise<Shown> {
  const world = openWorld()
  await world.set({ unanswered })
  const element = addElement('crm-chat-badge', { endpoint: world.endpoint, ...attributes })
  const badge = (): HTMLElement | null => element.shadowRoot?.querySelector<HTMLElement>('.cc-badge') ?? null
  const seen = (): string => `${badge()?.textContent}: ${badge()?.ariaLabel}`
  return { world, element, badge, seen }
}

interface Shown {
  world: OpenWorld
  element: CrmChatBadgeElement
  badge: () => HTMLElement | null
  /** Its text and its name. */
  seen: () => string
}

const countStreams = async (world: OpenWorld) =>
  (await world.see()).requests.filter(({ operation }) => operation === 'events').length

test('shows the number with its tone, and follows it', async () => {
  const { world, badge, seen } = await show(live(5, 'red'))
  await expect.poll(seen).toBe('5: 5 unanswered')
  expect(badge()?.dataset).toMatchObject({ tone: 'red', status: 'live' })
  await world.setCount(6, { seq: 7 })
  await expect.poll(seen).toBe('6: 6 unanswered')
  await world.setCount(0, { seq: 8 })
  await expect.poll(() => badge()?.hidden).toBe(true)
  expect(badge()?.getBoundingClientRect().width).toBe(0)
})

test('caps the number, but says the true one', async () => {
  const { seen, element } = await show(live(142, 'grey'))
  await expect.poll(seen).toBe('99+: 142 unanswered')
  element.setAttribute('max', '9')
  await expect.poll(seen).toBe('9+: 142 unanswered')
  element.setAttribute('max', 'many')
  await expect.poll(seen).toBe('99+: 142 unanswered')
})

test('takes a dot, a 0 and words of your own', async () => {
  const dot = await show(live(5, 'red'), { dot: '', label: '{count} без ответа' })
  await expect.poll(dot.seen).toBe(': 5 без ответа')
  const zero = await show(live(0, null), { 'show-zero': '' })
  await expect.poll(zero.seen).toBe('0: 0 unanswered')
})

test('takes a phrase of your own that forms plurals', async () => {
  const { seen, element } = await show(live(2, 'red'), { label: '{count} waiting' })
  await expect.poll(seen).toBe('2: 2 waiting')
  element.label = (count) => (count === 1 ? 'one waits' : `${count} wait`)
  expect(seen()).toBe('2: 2 wait')
  element.label = undefined
  expect(seen()).toBe('2: 2 waiting')
})

test('shows an unknown number as such, with words of your own', async () => {
  const { element, seen } = await show(
    { status: 'unknown', count: null, tone: null, epoch: 1, seq: 1, at: null },
    { 'show-zero': '' },
  )
  await expect.poll(seen).toBe('–: count unknown')
  element.setAttribute('labels', '{"unknown":"число неизвестно"}')
  expect(seen()).toBe('–: число неизвестно')
})

test('says in words that a number is outdated', async () => {
  const { badge, seen } = await show({ status: 'stale', count: 5, tone: 'red', epoch: 1, seq: 2, at })
  await expect.poll(seen).toBe('5: 5 unanswered, not up to date')
  expect(badge()?.title).toBe('5 unanswered, not up to date')
})

test("shows an error, and no number, for another user's session", async () => {
  const { world, badge, seen } = await show(live(5, 'red'))
  await expect.poll(seen).toBe('5: 5 unanswered')
  await world.set({ userId: 'another', unanswered: live(8, 'red') })
  await world.drop()
  await expect.poll(seen).toBe('!: count not available')
  expect(badge()?.dataset.status).toBe('error')
})

test('shares one connection with all elements of its endpoint, and ends it with the last of them', async () => {
  const { world, element } = await show(live(5, 'red'))
  const others = [1, 2].map(() => addElement('crm-chat-badge', { endpoint: world.endpoint }))
  await expect.poll(() => others.every(({ shadowRoot }) => shadowRoot?.querySelector('[data-status=live]'))).toBe(true)
  element.setAttribute('max', '5') // Reads the store anew, but not the server.
  expect(await countStreams(world)).toBe(1)
  for (const each of [element, ...others]) each.remove()
  await expect.poll(async () => (await world.see()).openStreams, { timeout: 45_000 }).toBe(0)
})

test('dispatches an event for each new number, and for no other change', async () => {
  const heard: unknown[] = []
  const listening = new AbortController()
  onTestFinished(() => listening.abort())
  document.body.addEventListener('crm-chat-unanswered', ({ detail }) => heard.push(detail), listening)
  const { world, element, seen } = await show(live(5, 'red'))
  await expect.poll(seen).toBe('5: 5 unanswered')
  element.setAttribute('max', '3')
  await world.setCount(6, { seq: 7 })
  await expect.poll(seen).toBe('3+: 6 unanswered')
  const counts = heard.map((state) => (state as { count?: number }).count).filter((count) => count !== undefined)
  expect(counts).toEqual([5, 6])
})

test('goes to another proxy when told to', async () => {
  const { element, seen } = await show(live(5, 'red'))
  const other = await show(live(8, 'red'))
  element.setAttribute('endpoint', other.world.endpoint)
  await expect.poll(seen).toBe('8: 8 unanswered')
})
