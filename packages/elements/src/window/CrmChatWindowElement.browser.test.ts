import { describe, expect, onTestFinished, test } from 'vitest'
import { framesOf } from '../../../core/test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../../core/test/openWorld.ts'
import { addElement } from '../../test/addElement.ts'
import type { CrmChatWindowElement } from './CrmChatWindowElement.ts'

const chats = JSON.stringify([{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }])

function open({ world, ...attributes }: { world: OpenWorld } & Record<string, unknown>): CrmChatWindowElement {
  return addElement('crm-chat-window', { endpoint: world.endpoint, ...(attributes as Record<string, string>) }) // Ours.
}

const framesIn = ({ shadowRoot }: HTMLElement) => framesOf(shadowRoot)
const textOf = ({ shadowRoot }: HTMLElement) => shadowRoot?.querySelector('[role=alert]')?.textContent ?? ''
const untilStatus = (element: CrmChatWindowElement, status: string) =>
  expect.poll(() => element.state.status, { timeout: 45_000 }).toBe(status)
const bodies = async (world: OpenWorld) =>
  (await world.see()).requests.filter(({ operation }) => operation === 'window').map(({ body }) => JSON.parse(body))

test("opens a card's chats: one link, one frame", async () => {
  const world = openWorld()
  const element = open({ world, chats, 'active-chat': '{"chatType":"whatsapp","chatId":"79998887766"}', label: 'Ann' })
  expect(element.shadowRoot?.textContent).toContain('Opening the chat…')
  await untilStatus(element, 'ready')
  expect(framesIn(element).map(({ title }) => title)).toEqual(['Ann'])
  expect(element.shadowRoot?.textContent).not.toContain('Opening the chat…')
  expect(await bodies(world)).toEqual([
    { scope: 'card', chats: JSON.parse(chats), activeChat: { chatType: 'whatsapp', chatId: '79998887766' } },
  ])
})

test('opens all chats when it is given none', async () => {
  const world = openWorld()
  await untilStatus(open({ world }), 'ready')
  expect(await bodies(world)).toEqual([{ scope: 'global' }])
})

test.each(['chats', 'active-chat', 'labels'] as const)(
  'says that the attribute %s is not JSON, and sends nothing',
  async (name) => {
    const world = openWorld()
    const element = open({ world, [name]: '[{chatType: whatsapp}]' })
    await untilStatus(element, 'error')
    expect(textOf(element)).toContain('This chat is not set up correctly.')
    expect(textOf(element)).toContain(`The attribute "${name}" of <crm-chat-window> is not JSON`)
    expect((await world.see()).requests).toEqual([])
    const right = { chats, 'active-chat': '{"chatType":"vk","chatId":"7"}', labels: '{}' }
    element.setAttribute(name, right[name])
    await untilStatus(element, 'ready')
  },
)

test.each([
  ['{"chatType":"whatsapp","chatId":"7"}', 'chats'],
  ['[{"chatType":"pigeon","chatId":"7"}]', 'chats.0.chatType'],
])('says what is wrong with the chats %s', async (wrong, place) => {
  const element = open({ world: openWorld(), chats: wrong })
  await untilStatus(element, 'error')
  expect(textOf(element)).toContain(`In ${place}: `)
})

test('of a card without chats says so, and asks for nothing', async () => {
  const world = openWorld()
  const element = open({ world, chats: '[]' })
  await untilStatus(element, 'empty')
  expect(element.shadowRoot?.querySelector('section')?.textContent).toBe('There are no chats here yet.')
  expect((await world.see()).requests).toEqual([])
})

test('does not reload for attributes that say the same, nor for a new label', async () => {
  const world = openWorld()
  const element = open({ world, chats })
  await untilStatus(element, 'ready')
  const [frame] = framesIn(element)
  element.setAttribute('chats', ` ${chats} `)
  element.setAttribute('label', 'Ann')
  await expect.poll(() => frame?.title).toBe('Ann')
  expect(framesIn(element)).toEqual([frame])
  element.setAttribute('chats', chats.replace('79998887766', '79990000000'))
  await expect.poll(() => framesIn(element).length === 1 && framesIn(element)[0] !== frame).toBe(true)
  expect(await bodies(world)).toHaveLength(2)
})

test('is a region with its name and its state', async () => {
  const element = open({ world: openWorld(), label: 'Ann' })
  const section = element.shadowRoot?.querySelector('section')
  expect(section?.getAttribute('aria-busy')).toBe('true')
  await untilStatus(element, 'ready')
  expect(section?.getAttribute('aria-label')).toBe('Ann')
  expect(section?.getAttribute('aria-busy')).toBe('false')
  expect(section?.dataset.status).toBe('ready')
})

test('takes words of your own as an attribute, under those set as a property', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(403, { code: 'forbidden', retryable: false }) } })
  const element = open({ world, labels: '{"failed":"Чат не открылся","errors":{"forbidden":"Нельзя."}}' })
  await untilStatus(element, 'error')
  expect(textOf(element)).toBe('Чат не открылсяНельзя.Try againRequest r1')
  element.setAttribute('labels', '{"failed":"Не вышло"}')
  await expect.poll(() => textOf(element)).toContain('Не вышло')
  element.labels = { failed: 'Geht nicht' }
  expect(textOf(element)).toContain('Geht nicht')
})

test.each(['5', 'null', '"words"'])('stays English for labels that are %s', async (labels) => {
  const element = open({ world: openWorld(), labels })
  expect(element.shadowRoot?.textContent).toContain('Opening the chat…')
  await untilStatus(element, 'ready')
})

test('says why it did not open, and tries again', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(502, { code: 'upstream_auth', retryable: false }) } })
  const element = open({ world })
  await untilStatus(element, 'error')
  expect(textOf(element)).toBe(
    'The chat did not openThe messenger service refused our key. Tell your administrator.Try againRequest r1',
  )
  element.labels = { retry: 'Повторить' }
  await world.set({ answers: {} })
  const retry = element.shadowRoot?.querySelector('button')
  expect(retry?.textContent).toBe('Повторить')
  retry?.click()
  await untilStatus(element, 'ready')
})

test('keeps its buttons when it is drawn anew', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const element = open({ world })
  await untilStatus(element, 'error')
  const retry = element.shadowRoot?.querySelector<HTMLElement>('.cc-retry')
  retry?.focus()
  element.setAttribute('label', 'Messages')
  await expect.poll(() => element.shadowRoot?.querySelector('section')?.ariaLabel).toBe('Messages')
  expect(element.shadowRoot?.activeElement).toBe(retry)
  element.setAttribute('labels', '{"retry":"Again"}')
  await expect.poll(() => element.shadowRoot?.querySelector('.cc-retry')?.textContent).toBe('Again')
})

test("passes on what the vendor's frame posts", async () => {
  const world = openWorld()
  const element = open({ world })
  const heard: unknown[] = []
  document.body.addEventListener(
    'crm-chat-event',
    (event) => heard.push(event instanceof CustomEvent && event.detail),
    {
      once: true,
    },
  )
  await untilStatus(element, 'ready')
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  await world.post({ type: 'WZ_CREATE_ENTITY', data: { chatType: 'whatsapp' } })
  await expect.poll(() => heard).toEqual([{ type: 'WZ_CREATE_ENTITY', data: { chatType: 'whatsapp' } }])
})

test('keeps its frame for a while, and shows it again when it comes back', async () => {
  const world = openWorld()
  const element = open({ world })
  await untilStatus(element, 'ready')
  element.remove()
  expect(framesIn(element)).toEqual([])
  document.body.append(element)
  await untilStatus(element, 'ready')
  await expect.poll(() => framesIn(element)).toHaveLength(1)
  expect((await world.see()).frameLoads).toHaveLength(1)
})

describe('slots', () => {
  /** The text that is seen in the place of the frame. */
  const seen = (element: CrmChatWindowElement): string => {
    const shown = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.cc-stage > *') ?? [])]
    return shown
      .filter((each) => each.checkVisibility())
      .map((each) => each.querySelector('slot')?.assignedElements()[0]?.textContent ?? each.textContent)
      .join('')
  }
  const fill = (element: Element, slot: string): HTMLElement => {
    const content = element.appendChild(document.createElement('div'))
    content.slot = slot
    content.textContent = `own ${slot}`
    return content
  }

  test('take what is shown while the window loads, and when it has failed', async () => {
    const world = openWorld()
    await world.set({ answers: { window: { status: 200, body: '', hangs: true } } })
    const element = open({ world })
    fill(element, 'loading')
    const reason = fill(element, 'error')
    await expect.poll(() => seen(element)).toBe('own loading')
    await world.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
    element.retry()
    await expect.poll(() => seen(element)).toBe('own error')
    expect(reason.assignedSlot?.parentElement?.role).toBe('alert')
    reason.remove()
    await expect.poll(() => seen(element)).toContain('The messenger service cannot be reached')
    fill(element, 'error')
    await expect.poll(() => seen(element)).toBe('own error')
    await world.set({ answers: {} })
    element.retry()
    await untilStatus(element, 'ready')
    expect(seen(element)).toBe('')
  })

  test('take what is shown for a card without chats', async () => {
    const element = open({ world: openWorld(), chats: '[]' })
    fill(element, 'empty')
    await expect.poll(() => seen(element)).toBe('own empty')
  })
})

test('dispatches an event when it is ready, when it has failed, and when its user wants to open a deal', async () => {
  const world = openWorld()
  await world.set({ answers: { window: errorAnswer(403, { code: 'forbidden', retryable: false }) } })
  const heard: unknown[] = []
  const listening = new AbortController()
  onTestFinished(() => listening.abort())
  for (const name of ['crm-chat-ready', 'crm-chat-error', 'crm-chat-entity'] as const)
    document.body.addEventListener(name, ({ type, detail }) => heard.push([type, detail]), listening)
  const element = open({ world })
  await untilStatus(element, 'error')
  expect(heard).toEqual([['crm-chat-error', element.state]])
  await world.set({ answers: {} })
  element.retry()
  await untilStatus(element, 'ready')
  expect(heard.slice(1)).toEqual([['crm-chat-ready', null]])
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  await world.post({ type: 'WZ_OPEN_ENTITY', data: { entity: { id: 7 } } })
  await expect.poll(() => heard.slice(2)).toEqual([['crm-chat-entity', { type: 'open', entity: { id: '7' } }]])
})

test('dispatches an event for attributes that are not JSON', async () => {
  const heard: string[] = []
  const element = document.createElement('crm-chat-window')
  element.addEventListener('crm-chat-error', ({ detail }) => heard.push(detail.code))
  element.setAttribute('chats', '[')
  document.body.append(element)
  onTestFinished(() => element.remove())
  await expect.poll(() => heard).toEqual(['invalid_request'])
})

test('moves the focus into its frame', async () => {
  const element = open({ world: openWorld() })
  await untilStatus(element, 'ready')
  element.focus()
  expect(element.shadowRoot?.activeElement ?? document.activeElement).toBe(framesIn(element)[0])
})

test('owns the frame that lies over it, though that is outside of its shadow root', async () => {
  const moveBefore = Object.getOwnPropertyDescriptor(Element.prototype, 'moveBefore')
  if (moveBefore) Reflect.deleteProperty(Element.prototype, 'moveBefore')
  const hasReferences = 'ariaOwnsElements' in Element.prototype
  if (!hasReferences) Object.defineProperty(Element.prototype, 'ariaOwnsElements', references())
  onTestFinished(() => {
    if (moveBefore) Object.defineProperty(Element.prototype, 'moveBefore', moveBefore)
    if (!hasReferences) Reflect.deleteProperty(Element.prototype, 'ariaOwnsElements')
  })
  const element = open({ world: openWorld() })
  await untilStatus(element, 'ready')
  const container = element.shadowRoot?.querySelector('.cc-frame')
  const owned = () => container?.ariaOwnsElements?.flatMap((each) => [...each.querySelectorAll('iframe')])
  await expect.poll(owned).toHaveLength(1)
  expect(framesIn(element)).toEqual(owned())
  element.remove()
  await expect.poll(() => container?.ariaOwnsElements ?? []).toEqual([])
})

/** References to elements as browsers without `moveBefore` have them. */
function references(): PropertyDescriptor & ThisType<Element> {
  const owned = new WeakMap<Element, Element[] | null>()
  return {
    configurable: true,
    get() {
      return owned.get(this) ?? null
    },
    set(elements: Element[] | null) {
      owned.set(this, elements)
      this.toggleAttribute('aria-owns', elements !== null)
    },
  }
}
