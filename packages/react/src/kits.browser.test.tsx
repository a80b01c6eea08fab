import { kitNames } from '@crm-chat/core/look'
import {
  CrmChatBadgeElement,
  CrmChatDialogElement,
  CrmChatDrawerElement,
  CrmChatLauncherElement,
  CrmChatPanelElement,
  CrmChatPopoverElement,
  CrmChatTabBadgeElement,
  CrmChatWindowElement,
  defineElements,
} from '@crm-chat/elements'
import type { Unanswered } from '@crm-chat/protocol'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { errorAnswer, type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { addElement } from '../../elements/test/addElement.ts'
import { type Kind, type Props, type Shown, showBoth } from '../test/kits.tsx'
import type {
  ChatDialogProps,
  ChatDrawerProps,
  ChatLauncherProps,
  ChatPanelProps,
  ChatPopoverProps,
  ChatWindowProps,
  LookProps,
  TabBadgeProps,
  UnansweredBadgeProps,
} from './index.ts'
import './styles.css'

beforeEach(async () => {
  await page.viewport(1280, 800)
  await userEvent.hover(document.documentElement, { position: { x: 1, y: 1 } }) // Not over a part of one of the kits.
})
afterEach(() => vi.restoreAllMocks())

type KeyOf<Union> = Union extends unknown ? keyof Union : never
/** Props that no attribute stands for. */
type WithoutAttribute = 'className' | 'hidden' | 'slots' | 'defaultOpen' | keyof LookProps | `on${string}`
type Values<ComponentProps> = Record<Exclude<KeyOf<ComponentProps>, WithoutAttribute>, unknown>

const activeChat = { chatType: 'whatsapp', chatId: '79998887766' }

const windowValues = {
  scope: 'card',
  chats: [{ chatType: 'vk', chatId: '7', name: 'Ann' }],
  activeChat,
  label: 'All chats',
  labels: { failed: 'Das ging nicht' },
  own: true,
}

/** A value of each prop, other than the default. The compiler sees to it that no prop is missing, and none is invented. */
const values = {
  window: windowValues satisfies Values<ChatWindowProps>,
  panel: { ...windowValues, onClose: () => undefined } satisfies Values<ChatPanelProps> & { onClose: unknown },
  popover: { ...windowValues, open: true } satisfies Values<ChatPopoverProps>,
  drawer: { ...windowValues, open: true, side: 'start', modal: true } satisfies Values<ChatDrawerProps>,
  dialog: { ...windowValues, open: true } satisfies Values<ChatDialogProps>,
  badge: {
    max: 3,
    dot: true,
    showZero: true,
    label: '{count} offen',
    labels: { unknown: '?' },
  } satisfies Values<UnansweredBadgeProps>,
  tabBadge: {
    places: 'title',
    max: 3,
    sound: true,
    notification: 'Neu',
    label: '{count} offen',
  } satisfies Values<TabBadgeProps>,
  launcher: {
    placement: 'bottom-start',
    label: 'Nachrichten',
    activeChat,
    labels: { open: 'Auf', close: 'Zu', unanswered: '{count} offen', failed: 'Das ging nicht' },
    open: true,
  } satisfies Values<ChatLauncherProps>,
}

const classes = {
  window: CrmChatWindowElement,
  panel: CrmChatPanelElement,
  popover: CrmChatPopoverElement,
  drawer: CrmChatDrawerElement,
  dialog: CrmChatDialogElement,
  badge: CrmChatBadgeElement,
  tabBadge: CrmChatTabBadgeElement,
  launcher: CrmChatLauncherElement,
}
const names = Object.keys(kitNames) as (keyof typeof kitNames)[] // Object.keys forgets the key type.
const kinds = names.filter((name) => name !== 'tabBadge')
const windowKinds = kinds.filter((name) => name !== 'badge')

/** Props with which a component draws all of its parts. */
const open = (kind: Kind): Props => {
  if ('open' in values[kind]) return { open: true }
  return kind === 'panel' ? { onClose: () => undefined } : {}
}

describe('names', () => {
  test.each(names)('of the %s are those of the table', (kind) => {
    defineElements()
    const { attributes, element, properties } = kitNames[kind]
    expect(Object.keys(values[kind]).sort()).toEqual(Object.keys(attributes).sort())
    expect(['endpoint', 'locale', ...Object.values(attributes)].sort()).toEqual(
      [...classes[kind].observedAttributes].sort(),
    )
    expect(customElements.get(element)).toBe(classes[kind])
    expect(listSettable(classes[kind].prototype).sort()).toEqual(properties)
  })

  test.each(kinds)('of the parts of the %s are those of the table', async (kind) => {
    const [react, elements] = await showBoth(kind, open(kind), ({ setCount }) => setCount(4))
    const isShown = (part: string): boolean[] => [
      react?.elements().some((element) => element.matches(`.cc-${part}`)) ?? false,
      elements?.elements().some((element) => element.part.contains(part)) ?? false,
    ]
    for (const part of kitNames[kind].parts) await expect.poll(() => isShown(part)).toEqual([true, true])
  })

  test.each(windowKinds)('of the slots of the %s are those of the table', async (kind) => {
    const element = addElement(kitNames[kind].element, {
      endpoint: openWorld().endpoint,
      ...(open(kind).open ? { opened: '' } : {}),
    })
    const slots = [...(element.shadowRoot?.querySelectorAll('slot') ?? [])].map(({ name }) => name)
    expect(slots.sort()).toEqual([...kitNames[kind].slots].sort())
  })

  const rows = kinds.flatMap((kind) => Object.keys(values[kind]).map((prop) => [kind, prop] as const))
  const isSeen = ([kind, prop]: readonly [Kind, string]): boolean =>
    !['own', 'open'].includes(prop) && !(kind === 'badge' && prop === 'labels') // Of other states.
  test.each(rows.filter(isSeen))('%s %s means the same in both kits', async (kind, prop) => {
    const count = prop === 'showZero' ? 0 : 4
    const [react, elements] = await see({ kind, count, props: { [prop]: (values[kind] as Props)[prop] } })
    expect(elements).toEqual(react)
    expect(react).not.toEqual(await seeWithoutProps({ kind, count }))
  })

  test.each(windowKinds)('%s: onEvent and crm-chat-event hear the same', async (kind) => {
    const heard: unknown[] = []
    const props = { ...open(kind), onEvent: (message: unknown) => heard.push(message) }
    const handleEvent = (event: Event): void => void heard.push((event as CustomEvent).detail)
    document.body.addEventListener(kitNames[kind].events.onEvent, handleEvent, { once: true })
    const shown = await showBoth(kind, props, async () => {})
    for (const [round, each] of shown.entries()) {
      await expect.poll(async () => (await each.world.see()).openFrames).toBe(1)
      await each.world.post({ type: 'WZ_OPEN_ENTITY' })
      await expect.poll(() => heard).toEqual(Array(round + 1).fill({ type: 'WZ_OPEN_ENTITY' }))
    }
  })
})

/** Properties of a class, and of ours above it, that can be set. */
function listSettable(prototype: object): string[] {
  if (prototype === HTMLElement.prototype) return []
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, { set }]) => set)
  return [...own.map(([name]) => name), ...listSettable(Object.getPrototypeOf(prototype))]
}

const at = '2026-01-02T03:04:05.000Z'
type Known = Extract<Unanswered, { status: 'live' | 'stale' }>
const unanswered = (value: Partial<Known>) => (world: OpenWorld) =>
  world.set({ unanswered: { status: 'live', count: 4, tone: 'red', epoch: 1, seq: 2, at, ...value } })
const unknown = (world: OpenWorld) =>
  world.set({ unanswered: { status: 'unknown', count: null, tone: null, epoch: 1, seq: 1, at: null } })
const signedOut = (world: OpenWorld) =>
  world.set({ answers: { events: errorAnswer(401, { code: 'unauthenticated', retryable: false }) } })
const answer = (status: number, error: Record<string, unknown>) => (world: OpenWorld) =>
  world.set({ answers: { window: errorAnswer(status, error) } })
const leave = async (): Promise<void> => undefined
const hang = (world: OpenWorld) => world.set({ answers: { window: { status: 200, body: '', hangs: true } } })

describe('looks', () => {
  test.each([
    ['window', 'loading', {}, hang, '[data-status=loading]'],
    ['window', 'loading a card', { chats: values.window.chats }, hang, '[data-status=loading]'],
    ['window', 'ready', {}, unanswered({}), '[data-status=ready]'],
    ['window', 'in a failure', {}, answer(503, { code: 'upstream_unavailable', retryable: true }), '.cc-failure'],
    ['window', 'in a failure for good', {}, answer(403, { code: 'forbidden', retryable: false }), '.cc-failure'],
    ['window', 'set up wrongly', { chats: [{}] }, leave, '.cc-failure-detail'],
    ['badge', 'red', {}, unanswered({}), '[data-status=live]'],
    ['badge', 'grey', {}, unanswered({ tone: 'grey', count: 142 }), '[data-status=live]'],
    ['badge', 'stale', {}, unanswered({ status: 'stale' }), '[data-status=stale]'],
    ['badge', 'unknown', { labels: { unknown: '?' } }, unknown, '[aria-label="?"]'],
    ['badge', 'in an error', { labels: { error: '?' } }, signedOut, '[data-status=error]'],
    ['badge', 'a dot', { dot: true }, unanswered({}), '[data-status=live]'],
    ['badge', 'a 0', { showZero: true }, unanswered({ count: 0, tone: null }), '[data-status=live]'],
    ['panel', 'ready', {}, unanswered({}), '[data-status=ready]'],
    ['panel', 'with a Close', { onClose: () => undefined }, unanswered({}), '[data-status=ready]'],
    ['panel', 'in a failure', {}, answer(403, { code: 'forbidden', retryable: false }), '.cc-failure'],
    ['popover', 'closed', {}, unanswered({}), '[data-status=live]'],
    ['drawer', 'open', { open: true }, unanswered({}), '[data-status=ready]'],
    ['drawer', 'at the start', { open: true, side: 'start' }, unanswered({}), '[data-status=ready]'],
    ['dialog', 'open', { open: true }, unanswered({}), '[data-status=ready]'],
    ['dialog', 'of a card without chats', { open: true, chats: [] }, unanswered({}), '[data-status=empty]'],
    ['launcher', 'closed', {}, unanswered({}), '[data-status=live]'],
    ['launcher', 'on the other side', { placement: 'bottom-start' }, unanswered({}), '[data-status=live]'],
  ] as const)('%s, %s, is the same in both kits', async (kind, _, props, prepare, sign) => {
    const shown = await showBoth(kind, props, prepare)
    await expectSameLook(shown, sign)
  })

  test('launcher, open and closed again, is the same in both kits', async () => {
    const shown = await showBoth('launcher', {}, unanswered({}))
    for (const each of shown) await openPanel(each)
    await expectSameLook(shown, '[data-status=ready]')
    for (const each of shown) await each.click('.cc-close')
    await expectSameLook(shown, '.cc-panel[data-open=false]')
  })

  test('window, offline, is the same in both kits', async () => {
    const shown = await showBoth('window', {}, unanswered({}))
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    dispatchEvent(new Event('offline'))
    await expect.poll(() => shown[0]?.markup()).toContain('You are offline')
    await expectSameLook(shown, '[data-status=ready]')
  })
})

async function openPanel(shown: Shown | undefined): Promise<void> {
  await shown?.click('.cc-toggle')
  await expect.poll(() => shown?.root()?.querySelector('.cc-panel')).toBeTruthy()
}

interface Seen {
  markup: string
  requests: unknown[]
}

/** Markup and requests of both kits, with a count of unanswered messages and a window that fails. */
async function see({ kind, count, props }: { kind: Kind; count: number; props: Props }): Promise<Seen[]> {
  const all = kind === 'launcher' || kind === 'panel' ? props : { ...open(kind), ...props }
  const shown = await showBoth(kind, all, async ({ set, setCount }) => {
    await set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
    await setCount(count)
  })
  return Promise.all(shown.map((each) => settle({ kind, shown: each })))
}

const withoutProps = new Map<string, Promise<Seen[]>>()

async function seeWithoutProps({ kind, count }: { kind: Kind; count: number }): Promise<Seen | undefined> {
  const key = `${kind} ${count}`
  const seen = withoutProps.get(key) ?? see({ kind, count, props: {} })
  withoutProps.set(key, seen)
  return (await seen)[0]
}

const hasBadge: readonly Kind[] = ['badge', 'launcher', 'popover']
const hasWindow: readonly Kind[] = ['window', 'panel', 'popover', 'drawer', 'dialog']

/** Waits until a component has sent what it sends, and drawn what it draws. */
async function settle({ kind, shown }: { kind: Kind; shown: Shown }): Promise<Seen> {
  if (hasBadge.includes(kind)) await expect.poll(shown.markup).toContain('data-status="live"')
  if (hasWindow.includes(kind)) await expect.poll(shown.markup).toContain('role="alert"')
  const closed = shown.markup()
  if (kind === 'launcher') {
    await openPanel(shown)
    await expect.poll(shown.markup).toContain('role="alert"')
  }
  return { markup: closed + shown.markup(), requests: await shown.windowRequests() }
}

/** Compares markup, size and every computed property of every element. */
async function expectSameLook(shown: Shown[], sign: string): Promise<void> {
  for (const each of shown) {
    await expect.poll(() => each.elements().some((element) => element.matches(sign))).toBe(true)
  }
  const [react, elements] = shown
  // One may have drawn its window while the other still loads the code for it.
  await vi.waitFor(() => expect(elements?.markup()).toBe(react?.markup()), { timeout: 45_000 })
  for (const element of shown.flatMap((each) => each.elements())) element.blur() // Only one can have the focus.
  const looks = elements?.elements().map(lookOf)
  expect(looks).toEqual(react?.elements().map(lookOf))
  expect(looks?.length).toBeGreaterThan(0)
}

/** Variables aside: they have no look. */
function lookOf(element: HTMLElement): Record<string, string> {
  for (const animation of element.getAnimations()) animation.cancel()
  const style = getComputedStyle(element)
  const names = [...style].filter((name) => !name.startsWith('--'))
  return Object.fromEntries([
    ['element', `${element.localName}.${element.className}`.trim()],
    ...names.map((name) => [name, toValue({ style, name })]),
  ])
}

/** Some values depend on the display of the parent, which is the custom element in one of the kits. */
function toValue({ style, name }: { style: CSSStyleDeclaration; name: string }): string {
  const value = style.getPropertyValue(name)
  if (name === 'display') return value.replace('inline-', '')
  return name.startsWith('min-') && value === 'auto' ? '0px' : value
}
