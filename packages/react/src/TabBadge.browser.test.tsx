import { type ReactNode, StrictMode } from 'react'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { errorAnswer, openWorld } from '../../core/test/openWorld.ts'
import { addElement } from '../../elements/test/addElement.ts'
import { ChatProvider } from './ChatProvider.tsx'
import { requestNotifications } from './index.ts'
import { TabBadge, type TabBadgeProps } from './TabBadge.tsx'

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

beforeEach(() => {
  document.title = 'CRM'
  document.head.insertAdjacentHTML('beforeend', `<link rel="icon" type="image/gif" sizes="any" href="${pixel}">`)
})
afterEach(() => {
  for (const link of links()) link.remove()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const links = () => [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~=icon]')]
const icon = () => links().at(-1)?.getAttribute('href')
const head = () => document.head.innerHTML

async function show(props: TabBadgeProps = {}, count = 4) {
  const world = openWorld()
  await world.setCount(count)
  const view = (children: ReactNode) => (
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>{children}</ChatProvider>
    </StrictMode>
  )
  const screen = await render(view(<TabBadge {...props} />))
  return { world, end: () => screen.rerender(view(null)), change: (next: ReactNode) => screen.rerender(view(next)) }
}

const at = '2026-01-02T03:04:05.000Z'

test('marks the title and the icon, follows the number, and restores both as they were', async () => {
  const before = head()
  const { world, end } = await show()
  await expect.poll(() => document.title).toBe('(4) CRM')
  await expect.poll(icon).toMatch(/^data:image\/png/)
  const red = icon()
  await world.setCount(120)
  await expect.poll(() => document.title).toBe('(99+) CRM')
  await world.set({ unanswered: { status: 'live', count: 120, tone: 'grey', epoch: 1, seq: 50, at } })
  await expect.poll(icon).not.toBe(red)
  await world.setCount(0, { seq: 60 })
  await expect.poll(() => document.title).toBe('CRM')
  await expect.poll(icon).toBe(pixel)
  await world.setCount(2, { seq: 61 })
  await expect.poll(() => document.title).toBe('(2) CRM')
  await expect.poll(icon).toMatch(/^data:image\/png/)
  await end()
  expect(head()).toBe(before)
})

test('shows an outdated number, an error and an unknown number as such', async () => {
  const { world } = await show()
  await expect.poll(() => document.title).toBe('(4) CRM')
  await world.set({ unanswered: { status: 'stale', count: 4, tone: 'red', epoch: 1, seq: 50, at } })
  await expect.poll(() => document.title).toBe('(4?) CRM')
  await world.set({ userId: 'another' })
  await world.drop()
  await expect.poll(() => document.title).toBe('(!) CRM')
})

test('keeps a number together in a title that reads from right to left', async () => {
  document.title = '«محادثات» CRM'
  const { world, end } = await show({}, 120)
  await expect.poll(() => document.title).toBe('\u2066(99+)\u2069 «محادثات» CRM')
  await world.setCount(3)
  await expect.poll(() => document.title).toBe('\u2066(3)\u2069 «محادثات» CRM')
  await end()
  expect(document.title).toBe('«محادثات» CRM')
})

test('shows that the number stays unknown', async () => {
  const world = openWorld()
  await world.set({ unanswered: { status: 'unknown', count: null, tone: null, epoch: 1, seq: 1, at: null } })
  await render(
    <ChatProvider endpoint={world.endpoint}>
      <TabBadge places="title" />
    </ChatProvider>,
  )
  await expect.poll(() => document.title).toBe('(–) CRM')
})

test("keeps the page's own changes of title and icon", async () => {
  const { end } = await show()
  await expect.poll(() => document.title).toBe('(4) CRM')
  document.title = 'Deals'
  await expect.poll(() => document.title).toBe('(4) Deals')
  document.title = `${document.title} · CRM`
  await expect.poll(() => document.title).toBe('(4) Deals · CRM')
  await expect.poll(icon).toMatch(/^data:image\/png/)
  const another = `${pixel}#2`
  links()[0]?.setAttribute('href', another)
  await expect.poll(icon).toMatch(/^data:image\/png/)
  await end()
  expect(document.title).toBe('Deals · CRM')
  expect(icon()).toBe(another)
})

test('several at once mark the tab once, and the last one restores it', async () => {
  const before = head()
  const { world, change, end } = await show()
  await change([<TabBadge key="a" />, <TabBadge key="b" max={2} />])
  const element = addElement('crm-chat-tab-badge', { endpoint: world.endpoint })
  await expect.poll(() => document.title).toBe('(4) CRM')
  await change(<TabBadge key="b" max={2} />)
  await expect.poll(() => document.title).toMatch(/^\((2\+|4)\) CRM$/)
  await end()
  await expect.poll(() => document.title).toBe('(4) CRM')
  element.remove()
  expect(head()).toBe(before)
})

test('marks only the places that it is given, also where there is no icon', async () => {
  for (const link of links()) link.remove()
  const before = head()
  const { end } = await show({ places: 'icon' })
  await expect.poll(icon).toMatch(/^data:image\/png/)
  expect(document.title).toBe('CRM')
  await end()
  expect(head()).toBe(before)
})

test('puts the number on the icon of an installed app, and takes it off', async () => {
  const shown: unknown[] = []
  const setAppBadge = async (count?: number) => void shown.push(count)
  const clearAppBadge = async () => void shown.push('clear')
  Object.assign(navigator, { setAppBadge, clearAppBadge })
  onTestFinished(() => {
    for (const name of ['setAppBadge', 'clearAppBadge']) Reflect.deleteProperty(navigator, name) // The prototype's come back.
  })
  const { end } = await show({ places: 'app' })
  await expect.poll(() => shown.at(-1)).toBe(4)
  await end()
  expect(shown.at(-1)).toBe('clear')
})

/** Stands in for the system's notifications, and for its loudspeaker. */
function stubSystem(permission: NotificationPermission) {
  const shown: string[] = []
  class FakeNotification extends EventTarget {
    static permission = permission
    static requestPermission = vi.fn(async () => permission)
    constructor(title: string, { body }: { body: string }) {
      super()
      shown.push(`${title}: ${body}`)
    }
    close(): void {}
  }
  vi.stubGlobal('Notification', FakeNotification)
  const play = vi.spyOn(OscillatorNode.prototype, 'start')
  const tones = () => play.mock.calls.length
  vi.spyOn(navigator.userActivation, 'hasBeenActive', 'get').mockReturnValue(true)
  return { shown, tones, requestPermission: FakeNotification.requestPermission }
}

test('calls once when the red number rises, and neither for the first number, nor a lower or a grey one', async () => {
  const { shown, tones, requestPermission } = stubSystem('granted')
  const calling = <TabBadge sound notification="New message" label="{count} waiting" />
  const { world, change } = await show({ places: '' })
  await change([calling, calling].map((child, index) => <div key={String(index)}>{child}</div>))
  addElement('crm-chat-tab-badge', { endpoint: world.endpoint, sound: '', notification: '' })
  const { held } = await vi.waitUntil(async () => {
    const locks = await navigator.locks.query()
    return (locks.pending?.length ?? 0) >= 2 && locks
  })
  expect(held?.filter(({ name }) => name?.includes(world.endpoint)).length).toBeGreaterThan(0)
  const grey = { status: 'live', tone: 'grey', epoch: 1, at } as const
  await expect.poll(() => shown).toEqual([])
  await world.setCount(3, { seq: 10 })
  await world.set({ unanswered: { ...grey, count: 9, seq: 11 } })
  await world.set({ unanswered: { ...grey, tone: 'red', count: 2, seq: 12 } })
  await world.setCount(6, { seq: 13 })
  await expect.poll(() => shown.at(-1)).toMatch(/6 (waiting|unanswered)$/)
  await world.setCount(5, { seq: 14 })
  await world.setCount(7, { seq: 15 })
  await expect.poll(() => shown.at(-1)).toMatch(/7 (waiting|unanswered)$/)
  expect(shown.map((text) => text.match(/\d+/)?.[0])).toEqual(['2', '6', '7'])
  expect(tones()).toBe(3)
  expect(requestPermission).not.toHaveBeenCalled()
})

test('asks for permission only when the page says so, and shows nothing without it', async () => {
  const { shown, tones, requestPermission } = stubSystem('denied')
  const { world } = await show({ sound: true, notification: true })
  await expect.poll(() => document.title).toBe('(4) CRM')
  await vi.waitUntil(async () =>
    (await navigator.locks.query()).held?.some(
      ({ name }) => name?.startsWith('crm-chat calls') && name.includes(world.endpoint),
    ),
  )
  await world.setCount(5)
  await expect.poll(tones).toBe(1)
  expect(shown).toEqual([])
  expect(requestPermission).not.toHaveBeenCalled()
  expect(await requestNotifications()).toBe('denied')
  expect(requestPermission).toHaveBeenCalledOnce()
})

test('calls in the language of the provider', async () => {
  const { shown } = stubSystem('granted')
  const world = openWorld()
  await world.setCount(1)
  await render(
    <ChatProvider endpoint={world.endpoint} locale="ru">
      <TabBadge places="title" notification />
    </ChatProvider>,
  )
  await expect.poll(() => document.title).toBe('(1) CRM')
  await vi.waitUntil(async () =>
    (await navigator.locks.query()).held?.some(
      ({ name }) => name?.startsWith('crm-chat calls') && name.includes(world.endpoint),
    ),
  )
  await world.setCount(2)
  await expect.poll(() => shown).toEqual(['Новые сообщения: 2 неотвеченных сообщения'])
})

test('is quiet until it is asked to call', async () => {
  const { shown, tones } = stubSystem('granted')
  const { world } = await show()
  await expect.poll(() => document.title).toBe('(4) CRM')
  await world.setCount(5)
  await expect.poll(() => document.title).toBe('(5) CRM')
  expect([shown, tones()]).toEqual([[], 0])
})

test('a signed-out user has no number in the title', async () => {
  const world = openWorld()
  await world.set({ answers: { events: errorAnswer(401, { code: 'unauthenticated', retryable: false }) } })
  addElement('crm-chat-tab-badge', { endpoint: world.endpoint, places: 'title' })
  await expect.poll(() => document.title).toBe('(!) CRM')
})
