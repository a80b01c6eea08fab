import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { framesOf } from '../../../core/test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../../core/test/openWorld.ts'
import { pressBack, untilBack } from '../../../core/test/pressBack.ts'
import { addElement } from '../../test/addElement.ts'
import type { OpenChange } from '../events.ts'

beforeEach(() => page.viewport(1280, 800))

const tags = ['crm-chat-launcher', 'crm-chat-popover', 'crm-chat-drawer', 'crm-chat-dialog'] as const
type Tag = (typeof tags)[number]

interface Shown {
  world: OpenWorld
  element: HTMLElementTagNameMap[Tag]
  /** Changes that it has dispatched. */
  changes: OpenChange[]
  panel: () => HTMLElement | null | undefined
  isOpen: () => boolean
}

/** Adds an element, beside a field and a heading of the CRM. */
async function show(tag: Tag, attributes: Record<string, string> = {}): Promise<Shown> {
  const world = openWorld()
  await world.setCount(4)
  const field = document.body.appendChild(document.createElement('input'))
  const changes: OpenChange[] = []
  const listening = new AbortController()
  document.body.addEventListener('crm-chat-open-change', ({ detail }) => changes.push(detail), listening)
  const element = addElement(tag, { endpoint: world.endpoint, ...attributes })
  onTestFinished(async () => {
    listening.abort()
    field.remove()
    element.close()
    await untilBack()
  })
  const panel: Shown['panel'] = () => element.shadowRoot?.querySelector('dialog')
  const isOpen = (): boolean => panel()?.dataset.open === 'true' && panel()?.checkVisibility() === true
  return { world, element, changes, panel, isOpen }
}

const find = ({ element }: Shown, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector)
const windowOf = (shown: Shown) => find(shown, 'crm-chat-window') as HTMLElementTagNameMap['crm-chat-window']

describe.each(tags)('%s', (tag) => {
  test('makes no window before it is opened, and keeps it while it is closed', async () => {
    const shown = await show(tag)
    const { world, element, isOpen, panel } = shown
    expect(panel()).toBeNull()
    for (let round = 0; round < 2; round += 1) {
      element.open()
      expect(isOpen()).toBe(true)
      expect(element.opened).toBe(true)
      await expect.poll(() => element.state.status).toBe('ready')
      element.close()
      expect(panel()?.inert).toBe(true)
      expect(element.hasAttribute('opened')).toBe(false)
    }
    expect((await world.see()).frameLoads).toHaveLength(1)
  })

  test('opens and closes by its attribute, its property and its methods, and says so', async () => {
    const { element, isOpen, changes } = await show(tag)
    element.setAttribute('opened', '')
    expect(isOpen()).toBe(true)
    element.removeAttribute('opened')
    expect(isOpen()).toBe(false)
    element.opened = true
    element.opened = true
    expect(isOpen()).toBe(true)
    element.toggle()
    expect(isOpen()).toBe(false)
    const reason = 'method'
    expect(changes).toEqual([true, false, true, false].map((open) => ({ open, reason })))
  })

  test('says that its Close or the Escape key has closed it', async () => {
    const shown = await show(tag)
    const { element, changes, isOpen } = shown
    element.open()
    find(shown, '.cc-close')?.click()
    expect(isOpen()).toBe(false)
    element.open()
    await userEvent.keyboard('{Escape}')
    await expect.poll(isOpen).toBe(false)
    expect(changes.filter(({ open }) => !open).map(({ reason }) => reason)).toEqual(['close', 'escape'])
    expect(element.opened).toBe(false)
  })

  test('moves the focus in and back, but not when it is open from the start', async () => {
    const shown = await show(tag)
    const { element } = shown
    const field = document.querySelector('input')
    field?.focus()
    element.open()
    expect(element.shadowRoot?.activeElement?.localName).toBe('dialog')
    element.close()
    expect(document.activeElement).toBe(field)
    const other = addElement(tag, { endpoint: shown.world.endpoint, opened: '' })
    expect(other.shadowRoot?.querySelector('dialog')?.dataset.open).toBe('true')
    if (tag !== 'crm-chat-dialog') expect(document.activeElement).toBe(field)
  })

  test('keeps the focus on its Close when it is drawn anew', async () => {
    const shown = await show(tag)
    shown.element.open()
    find(shown, '.cc-close')?.focus()
    shown.element.setAttribute('label', 'Messages')
    expect(shown.element.shadowRoot?.activeElement?.className).toContain('cc-close')
  })

  test('leaves nothing behind when it is removed while it is open, and opens again where it is put', async () => {
    const { element, isOpen, changes } = await show(tag)
    element.open()
    element.remove()
    expect(document.querySelector(':popover-open, :modal')).toBeNull()
    expect(document.documentElement.style.overflow).toBe('')
    document.body.append(element)
    await expect.poll(isOpen).toBe(true)
    expect(changes).toEqual([{ open: true, reason: 'method' }])
  })

  test('has one name, one heading, and its slots and parts', async () => {
    const shown = await show(tag, { label: 'All chats' })
    const { element, world } = shown
    await world.set({ answers: { window: errorAnswer(403, { code: 'forbidden', retryable: false }) } })
    const content = element.appendChild(document.createElement('p'))
    content.slot = 'error'
    content.textContent = 'Ask Kate'
    element.open()
    await expect.element(page.getByRole('dialog', { name: 'All chats' })).toBeVisible()
    await expect.element(page.getByText('Ask Kate')).toBeVisible()
    expect(page.getByRole('heading', { name: 'All chats' }).elements()).toHaveLength(1)
    expect(windowOf(shown).shadowRoot?.querySelector('section')?.ariaLabel).toBeNull()
    const parts = [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].map((each) => each.part.value)
    for (const part of ['panel', 'bar', 'title', 'body', 'close']) expect(parts).toContain(part)
  })

  test('fills the screen of a phone, where the back button closes it', async () => {
    await page.viewport(390, 780)
    const { element, panel, changes } = await show(tag)
    element.open()
    const box = { x: 0, y: 0, width: 390, height: 780 }
    await expect.poll(() => panel()?.getBoundingClientRect()).toMatchObject(box)
    await pressBack()
    await expect.poll(() => element.opened).toBe(false)
    expect(changes.at(-1)).toEqual({ open: false, reason: 'back' })
  })
})

describe('crm-chat-popover', () => {
  test.each([
    ['window', {}],
    ['cardWindow', { chats: '[]' }],
  ])('is not shown where the proxy does not offer %s', async (missing, attributes) => {
    const world = openWorld()
    const offered = ['window', 'cardWindow', 'unanswered', 'events'] as const
    await world.set({ capabilities: offered.filter((each) => each !== missing) })
    addElement('crm-chat-popover', { endpoint: world.endpoint, ...attributes })
    await expect.element(page.getByRole('button')).not.toBeInTheDocument()
  })

  test('has room for buttons of your own beside its heading', async () => {
    const { element } = await show('crm-chat-popover')
    const own = element.appendChild(document.createElement('button'))
    own.slot = 'actions'
    own.textContent = 'Expand'
    element.open()
    await expect.element(page.getByRole('button', { name: 'Expand' })).toBeVisible()
  })

  test('opens beside its button, which has the badge and says what it opens', async () => {
    const shown = await show('crm-chat-popover')
    const button = page.getByRole('button', { name: 'Chats 4 unanswered' })
    await button.click()
    expect(shown.changes).toEqual([{ open: true, reason: 'trigger' }])
    await expect.element(button).toHaveAttribute('aria-expanded', 'true')
    expect(button.element().getAttribute('aria-controls')).toBe(shown.panel()?.id)
    const { bottom } = button.element().getBoundingClientRect()
    const top = () => shown.panel()?.getBoundingClientRect().top ?? 0
    await expect.poll(() => Math.round(top() - bottom)).toBe(8)
    await userEvent.click(document.body, { position: { x: 900, y: 20 } })
    expect(shown.changes.at(-1)).toEqual({ open: false, reason: 'outside' })
  })

  test('takes a button of your own', async () => {
    const shown = await show('crm-chat-popover')
    const { element } = shown
    const own = element.appendChild(document.createElement('button'))
    own.slot = 'trigger'
    own.textContent = 'Talk'
    await expect.poll(() => own.getAttribute('aria-expanded')).toBe('false')
    await page.getByRole('button', { name: 'Talk' }).click()
    expect(shown.isOpen()).toBe(true)
    expect([own.ariaExpanded, own.ariaHasPopup]).toEqual(['true', 'dialog'])
    const { bottom } = own.getBoundingClientRect()
    await expect.poll(() => (shown.panel()?.getBoundingClientRect().top ?? 0) - bottom).toBeCloseTo(8, 0)
    await page.getByRole('button', { name: 'Talk' }).click()
    expect(shown.changes.map(({ reason }) => reason)).toEqual(['trigger', 'trigger'])
    expect(document.activeElement).toBe(own)
    own.remove()
    await expect.element(page.getByRole('button', { name: /Chats/ })).toBeVisible()
  })
})

test.each([
  ['start', 'ltr', 'left'],
  ['end', 'ltr', 'right'],
  ['end', 'rtl', 'left'],
])('a drawer at the %s stands, in %s, at the %s', async (side, dir, edge) => {
  const { element, panel } = await show('crm-chat-drawer', { side, dir })
  element.open()
  await expect
    .poll(() => {
      const { left, right } = panel()?.getBoundingClientRect() ?? new DOMRect()
      return edge === 'left' ? left : 1280 - right
    })
    .toBe(0)
})

test('a drawer is modal if it says so', async () => {
  const { element, panel } = await show('crm-chat-drawer')
  element.open()
  expect(panel()?.dataset.modal).toBe('false')
  element.close()
  element.setAttribute('modal', '')
  element.open()
  expect(panel()?.dataset.modal).toBe('true')
})

test("hands on a card's chats, and shows their frame", async () => {
  const chats = [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }]
  const shown = await show('crm-chat-dialog', { chats: JSON.stringify(chats), opened: '' })
  await expect.poll(() => shown.element.state.status).toBe('ready')
  expect(framesOf(windowOf(shown).shadowRoot)).toHaveLength(1)
  const bodies = (await shown.world.see()).requests.filter(({ operation }) => operation === 'window')
  expect(bodies.map(({ body }) => JSON.parse(body))).toEqual([{ scope: 'card', chats }])
})
