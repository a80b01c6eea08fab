import type { Unanswered } from '@crm-chat/protocol'
import { expect, test } from 'vitest'
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
  return { world, element, badge }
}

interface Shown {
  world: OpenWorld
  element: CrmChatBadgeElement
  badge: () => HTMLElement | null
}

const countStreams = async (world: OpenWorld) =>
  (await world.see()).requests.filter(({ operation }) => operation === 'events').length

test('shows the number with its tone, and follows it', async () => {
  const { world, badge } = await show(live(5, 'red'))
  await expect.poll(() => badge()?.textContent).toBe('55 unanswered')
  expect(badge()?.dataset).toMatchObject({ tone: 'red', status: 'live' })
  await world.setCount(6, { seq: 7 })
  await expect.poll(() => badge()?.textContent).toBe('66 unanswered')
  await world.setCount(0, { seq: 8 })
  await expect.poll(badge).toBeNull()
})

test('caps the number, but says the true one', async () => {
  const { badge, element } = await show(live(142, 'grey'))
  await expect.poll(() => badge()?.textContent).toBe('99+142 unanswered')
  element.setAttribute('max', '9')
  await expect.poll(() => badge()?.textContent).toBe('9+142 unanswered')
  element.setAttribute('max', 'many')
  await expect.poll(() => badge()?.textContent).toBe('99+142 unanswered')
})

test('takes a dot, a 0 and words of your own', async () => {
  const dot = await show(live(5, 'red'), { dot: '', label: '{count} без ответа' })
  await expect.poll(() => dot.badge()?.textContent).toBe('5 без ответа')
  const zero = await show(live(0, null), { 'show-zero': '' })
  await expect.poll(() => zero.badge()?.textContent).toBe('00 unanswered')
})

test('takes a phrase of your own that forms plurals', async () => {
  const { badge, element } = await show(live(2, 'red'), { label: '{count} waiting' })
  await expect.poll(() => badge()?.textContent).toBe('22 waiting')
  element.label = (count) => (count === 1 ? 'one waits' : `${count} wait`)
  expect(badge()?.textContent).toBe('22 wait')
  element.label = undefined
  expect(badge()?.textContent).toBe('22 waiting')
})

test('shows nothing while the number is not known', async () => {
  const { world, badge } = await show(
    { status: 'unknown', count: null, tone: null, epoch: 1, seq: 1, at: null },
    { 'show-zero': '' },
  )
  await expect.poll(() => countStreams(world)).toBe(1)
  expect(badge()).toBeNull()
})

test('shares one connection with all elements of its endpoint, and ends it with the last of them', async () => {
  const { world, element } = await show(live(5, 'red'))
  const others = [1, 2].map(() => addElement('crm-chat-badge', { endpoint: world.endpoint }))
  await expect.poll(() => others.every(({ shadowRoot }) => shadowRoot?.querySelector('.cc-badge'))).toBe(true)
  element.setAttribute('max', '5') // Reads the store anew, but not the server.
  expect(await countStreams(world)).toBe(1)
  for (const each of [element, ...others]) each.remove()
  await expect.poll(async () => (await world.see()).openStreams, { timeout: 45_000 }).toBe(0)
})

test('goes to another proxy when told to', async () => {
  const { element, badge } = await show(live(5, 'red'))
  const other = await show(live(8, 'red'))
  element.setAttribute('endpoint', other.world.endpoint)
  await expect.poll(() => badge()?.textContent).toBe('88 unanswered')
})
