import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openClient, type ShownWindow, showWindow, untilReady } from '../../test/openWindow.ts'
import { openWorld } from '../../test/openWorld.ts'
import { pressBack, untilBack } from '../../test/pressBack.ts'
import { createOverlay, type Overlay, type OverlayOptions } from './createOverlay.ts'
import type { OverlayKind } from './overlayKind.ts'
import '../look/look.css'

beforeEach(() => page.viewport(1280, 800))

interface Opened {
  overlay: Overlay
  panel: HTMLDialogElement
  /** Button that opens it. */
  anchor: HTMLButtonElement
  /** Field of the CRM. */
  field: HTMLInputElement
  dismissed: string[]
}

/** Puts a panel into the page, with a button and a field of the CRM beside it. */
function make(options: Partial<OverlayOptions> & { kind: OverlayKind }, into: Element = document.body): Opened {
  const panel = document.createElement('dialog')
  panel.className = 'cc-root cc-panel'
  panel.dataset.kind = options.kind
  panel.popover = 'manual'
  panel.tabIndex = -1
  const body = panel.appendChild(document.createElement('div'))
  body.className = 'cc-body'
  const close = panel.appendChild(document.createElement('button'))
  close.className = 'cc-button cc-close'
  const anchor = document.createElement('button')
  anchor.textContent = 'Chats'
  const field = document.createElement('input')
  const host = into.appendChild(document.createElement('main'))
  host.append(anchor, field, panel)
  const dismissed: string[] = []
  const overlay = createOverlay({
    panel,
    anchor: () => anchor,
    onDismiss: (reason) => {
      dismissed.push(reason)
      overlay.setOpen(false)
    },
    ...options,
  })
  onTestFinished(async () => {
    overlay.end()
    host.remove()
    await untilBack()
  })
  return { overlay, panel, anchor, field, dismissed }
}

const isOpen = ({ panel }: Opened): boolean => panel.checkVisibility({ visibilityProperty: true }) && !panel.inert

const moveBefore = Object.getOwnPropertyDescriptor(Element.prototype, 'moveBefore')

describe.each([
  ['with moveBefore', true],
  ['without moveBefore', false],
] as const)('%s', (_, hasMoveBefore) => {
  beforeAll(() => {
    if (!hasMoveBefore) Reflect.deleteProperty(Element.prototype, 'moveBefore')
  })
  afterAll(() => {
    if (moveBefore) Object.defineProperty(Element.prototype, 'moveBefore', moveBefore)
  })
  beforeEach(({ skip }) => skip(hasMoveBefore && !moveBefore, 'this browser has no moveBefore'))

  const kinds: [OverlayKind, boolean][] = [
    ['launcher', false],
    ['popover', false],
    ['drawer', false],
    ['drawer', true],
    ['dialog', true],
  ]

  test.each(kinds)('a %s (modal: %s) opens over everything, and closes', async (kind, modal) => {
    const opened = make({ kind, modal })
    const { overlay, panel } = opened
    expect([isOpen(opened), panel.inert]).toEqual([false, true])
    for (let round = 0; round < 3; round += 1) {
      overlay.setOpen(true)
      overlay.setOpen(true)
      expect([isOpen(opened), panel.dataset.open, panel.dataset.modal]).toEqual([true, 'true', String(modal)])
      expect(panel.matches(':popover-open, :modal')).toBe(true)
      await expect.poll(() => isWithinPage(panel)).toBe(true) // A drawer slides in.
      overlay.setOpen(false)
      expect([isOpen(opened), panel.dataset.open, panel.inert]).toEqual([false, 'false', true])
      expect(panel.matches(':popover-open, :modal')).toBe(false)
    }
  })

  test.each(kinds)('a %s (modal: %s) moves the focus into it and back', async (kind, modal) => {
    const { overlay, panel, field } = make({ kind, modal })
    field.focus()
    overlay.setOpen(true)
    expect(document.activeElement).toBe(panel)
    overlay.setOpen(false)
    expect(document.activeElement).toBe(field)
    ;(document.activeElement as HTMLElement).blur()
    overlay.setOpen(true)
    overlay.setOpen(false)
    expect(document.activeElement?.textContent).toBe('Chats')
  })

  test.each(kinds)('a %s (modal: %s) is the only one that can be reached, if it is modal', async (kind, modal) => {
    const { overlay, field, anchor } = make({ kind, modal })
    overlay.setOpen(true)
    const canFocus = (): boolean => {
      field.focus()
      return document.activeElement === field
    }
    await expect.poll(canFocus).toBe(!modal)
    overlay.setOpen(false)
    expect(canFocus()).toBe(true)
    expect([field.inert, anchor.inert]).toEqual([false, false])
  })

  test.each(kinds)(
    'a frame in a %s (modal: %s) is loaded once, and can be used while it is open',
    async (kind, modal) => {
      const world = openWorld()
      const { overlay, panel } = make({ kind, modal })
      const shown = showIn({ panel, shown: showWindow({ chat: openClient({ world }) }) })
      for (let round = 0; round < 3; round += 1) {
        overlay.setOpen(true)
        await untilReady(shown)
        await expect.poll(() => isReachable(shown.container)).toBe(true)
        overlay.setOpen(false)
        await expect.poll(() => isReachable(shown.container)).toBe(false)
      }
      expect((await world.see()).frameLoads).toHaveLength(1)
    },
  )

  test.each(kinds)('a %s (modal: %s) does not give the focus to its frame when it opens', async (kind, modal) => {
    const { overlay, panel } = make({ kind, modal })
    const shown = showIn({ panel, shown: showWindow({ chat: openClient({ world: openWorld() }) }) })
    overlay.setOpen(true)
    await untilReady(shown)
    await expect.poll(() => isReachable(shown.container)).toBe(true)
    const handleFocus = vi.fn()
    shown.frames()[0]?.addEventListener('focus', handleFocus)
    for (const focus of [true, false]) {
      overlay.setOpen(false)
      overlay.setOpen(true, { focus })
    }
    expect(handleFocus).not.toHaveBeenCalled()
    expect(document.activeElement === panel).toBe(modal)
  })

  test('a modal panel keeps the page from scrolling, and restores what was there, also when another one is over it', () => {
    const { style } = document.documentElement
    style.setProperty('overflow', 'clip', 'important')
    const [outer, inner] = [make({ kind: 'drawer', modal: true }), make({ kind: 'dialog' })]
    outer.overlay.setOpen(true)
    inner.overlay.setOpen(true)
    expect(style.overflow).toBe('hidden')
    outer.overlay.setOpen(false)
    expect(style.overflow).toBe('hidden')
    inner.overlay.setOpen(false)
    expect([style.overflow, style.getPropertyPriority('overflow')]).toEqual(['clip', 'important'])
    style.removeProperty('overflow')
    document.documentElement.removeAttribute('style')
    outer.overlay.setOpen(true)
    outer.overlay.setOpen(false)
    expect(document.documentElement.getAttribute('style')).toBe(null)
  })

  test('what was inert before a modal panel stays so, and what another one needs inert, too', async () => {
    const { panel, field, overlay } = make({ kind: 'dialog' })
    const other = make({ kind: 'drawer', modal: true }, panel)
    field.inert = true
    const bystander = document.body.appendChild(document.createElement('input'))
    onTestFinished(() => bystander.remove())
    const canFocus = (): boolean => {
      bystander.focus()
      return document.activeElement === bystander
    }
    overlay.setOpen(true)
    other.overlay.setOpen(true)
    await expect.poll(canFocus).toBe(false)
    other.overlay.setOpen(false)
    expect(canFocus()).toBe(false)
    overlay.setOpen(false)
    expect(canFocus()).toBe(true)
    expect(field.inert).toBe(true)
  })

  test('a press on the backdrop of a modal panel closes it', async () => {
    const { overlay, dismissed } = make({ kind: 'dialog' })
    overlay.setOpen(true)
    await userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true })
    await expect.poll(() => dismissed).toEqual(['outside'])
  })
})

function isWithinPage(panel: HTMLElement): boolean {
  const { left, top, right, bottom } = panel.getBoundingClientRect()
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
}

/** Puts a window into a panel. */
function showIn({ panel, shown }: { panel: HTMLElement; shown: ShownWindow }): ShownWindow {
  const { container } = shown
  container.className = 'cc-frame'
  container.style.cssText = 'width: auto; height: auto'
  const body = panel.querySelector('.cc-body') as HTMLElement
  body.style.position = 'relative'
  body.append(container)
  return shown
}

/** Returns true when a click in the middle of a container would reach its frame. */
function isReachable(container: HTMLElement): boolean {
  const { left, top, width, height } = container.getBoundingClientRect()
  const seen = document.elementFromPoint(left + width / 2, top + height / 2)
  return seen instanceof HTMLIFrameElement
}

describe('Escape', () => {
  test.each(['launcher', 'popover', 'drawer', 'dialog'] as const)('closes a %s', async (kind) => {
    const { overlay, dismissed } = make({ kind })
    overlay.setOpen(true)
    await userEvent.keyboard('{Escape}')
    expect(dismissed).toEqual(['escape'])
  })

  test('closes from what opens it', async () => {
    const { overlay, dismissed, anchor } = make({ kind: 'popover' })
    overlay.setOpen(true)
    anchor.focus()
    await userEvent.keyboard('{Escape}')
    expect(dismissed).toEqual(['escape'])
  })

  test('in the CRM’s own fields, and one that the CRM has answered, closes nothing', async () => {
    const { overlay, dismissed, field, panel } = make({ kind: 'popover' })
    overlay.setOpen(true)
    field.focus()
    await userEvent.keyboard('{Escape}')
    panel.focus()
    panel.addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true })
    await userEvent.keyboard('{Escape}')
    expect(dismissed).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(dismissed).toEqual(['escape'])
  })

  test('closes one of two, the inner one', async () => {
    const outer = make({ kind: 'dialog' })
    const inner = make({ kind: 'popover' }, outer.panel)
    outer.overlay.setOpen(true)
    inner.overlay.setOpen(true)
    await userEvent.keyboard('{Escape}')
    expect([inner.dismissed, outer.dismissed]).toEqual([['escape'], []])
    outer.panel.focus()
    await userEvent.keyboard('{Escape}')
    expect(outer.dismissed).toEqual(['escape'])
  })

  test('while nothing has the focus closes a modal panel', async () => {
    const { overlay, dismissed } = make({ kind: 'dialog' })
    overlay.setOpen(true)
    ;(document.activeElement as HTMLElement).blur()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => dismissed).toEqual(['escape'])
  })
})

describe('a press outside', () => {
  test('closes a popover, and leaves the focus where it went', async () => {
    const { overlay, dismissed, field } = make({ kind: 'popover' })
    overlay.setOpen(true)
    await userEvent.click(field)
    expect(dismissed).toEqual(['outside'])
    expect(document.activeElement).toBe(field)
  })

  test.each(['launcher', 'drawer'] as const)('leaves a %s open beside the page', async (kind) => {
    const { overlay, dismissed, field } = make({ kind })
    overlay.setOpen(true)
    await userEvent.click(field)
    expect(dismissed).toEqual([])
  })

  test('is none on what opens it, inside it, or by a key', async () => {
    const { overlay, dismissed, anchor, panel, field } = make({ kind: 'popover' })
    overlay.setOpen(true)
    await userEvent.click(anchor)
    await userEvent.click(panel)
    field.click()
    expect(dismissed).toEqual([])
  })

  test('is none when it begins inside', async () => {
    const { overlay, dismissed, panel } = make({ kind: 'popover' })
    overlay.setOpen(true)
    panel.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 1, clientY: 1 }))
    panel.querySelector('.cc-body')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    expect(dismissed).toEqual([])
  })
})

describe('the back button of a phone', () => {
  beforeEach(() => page.viewport(390, 780))

  test.each(['launcher', 'popover', 'drawer', 'dialog'] as const)(
    'closes a %s, which fills the screen',
    async (kind) => {
      const { overlay, dismissed, panel } = make({ kind })
      const { href } = location
      overlay.setOpen(true)
      expect(panel.dataset.modal).toBe('true')
      await expect
        .poll(() => panel.getBoundingClientRect().toJSON())
        .toMatchObject({ x: 0, y: 0, width: 390, height: 780 })
      await pressBack()
      await expect.poll(() => dismissed).toEqual(['back'])
      expect(location.href).toBe(href)
    },
  )

  test('closes one of two, and one that was closed otherwise leaves no entry', async () => {
    const [outer, inner] = [make({ kind: 'drawer' }), make({ kind: 'dialog' })]
    outer.overlay.setOpen(true)
    inner.overlay.setOpen(true)
    await pressBack()
    await expect.poll(() => inner.dismissed).toEqual(['back'])
    expect(outer.dismissed).toEqual([])
    outer.overlay.setOpen(false)
    await untilBack()
  })

  test('still closes one that was opened again at once', async () => {
    const opened = make({ kind: 'drawer' })
    opened.overlay.setOpen(true)
    const held = history.state.crmChat
    opened.overlay.setOpen(false)
    opened.overlay.setOpen(true)
    await expect.poll(() => ![undefined, held].includes(history.state?.crmChat)).toBe(true)
    expect([isOpen(opened), opened.dismissed]).toEqual([true, []])
    await pressBack()
    await expect.poll(() => opened.dismissed).toEqual(['back'])
  })

  test('two that are closed at once leave no entry', async () => {
    const { length } = history
    const [outer, inner] = [make({ kind: 'drawer' }), make({ kind: 'dialog' })]
    outer.overlay.setOpen(true)
    inner.overlay.setOpen(true)
    inner.overlay.setOpen(false)
    outer.overlay.setOpen(false)
    await untilBack()
    expect(length).toBeLessThanOrEqual(history.length)
  })
})

describe.each(['anchors', 'places'] as const)('a popover, by %s,', (way) => {
  beforeEach(() => {
    if (way === 'places') vi.spyOn(CSS, 'supports').mockReturnValue(false)
    return () => vi.restoreAllMocks()
  })

  test.each([
    ['top: 20px; right: 20px', 'below', 'end'],
    ['bottom: 20px; right: 20px', 'above', 'end'],
    ['top: 20px; left: 20px', 'below', 'start'],
    ['bottom: 20px; left: 20px', 'above', 'start'],
  ])('of a button at %s stands %s it', (place, side) => {
    const { overlay, panel, anchor } = make({ kind: 'popover' })
    anchor.style.cssText = `position: fixed; ${place}`
    const styleBefore = anchor.getAttribute('style')
    overlay.setOpen(true)
    const [box, opener] = [panel.getBoundingClientRect(), anchor.getBoundingClientRect()]
    expect(side === 'below' ? box.top - opener.bottom : opener.top - box.bottom).toBeCloseTo(8, 0)
    expect(Math.min(Math.abs(box.right - opener.right), Math.abs(box.left - opener.left))).toBeLessThan(9)
    expect(isWithinPage(panel)).toBe(true)
    overlay.setOpen(false)
    expect(anchor.getAttribute('style')).toBe(styleBefore)
    expect(panel.getAttribute('style') ?? '').toBe('')
  })

  test('follows its button', async () => {
    const { overlay, panel, anchor } = make({ kind: 'popover' })
    anchor.style.cssText = 'position: fixed; top: 20px; right: 20px'
    overlay.setOpen(true)
    anchor.style.top = '60px'
    window.dispatchEvent(new Event('resize'))
    await expect.poll(() => panel.getBoundingClientRect().top - anchor.getBoundingClientRect().bottom).toBeCloseTo(8, 0)
  })
})

test('an overlay that ends while it is open leaves nothing', () => {
  const { overlay, panel, field } = make({ kind: 'dialog' })
  field.focus()
  overlay.setOpen(true)
  overlay.end()
  expect([panel.open, document.activeElement, document.documentElement.style.overflow]).toEqual([false, field, ''])
})

test.each<[string, (opened: Opened) => void]>([
  ['is hidden', ({ field }) => Object.assign(field, { hidden: true })],
  ['is gone', ({ field }) => field.remove()],
])('gives the focus to what opens it when what had it %s', (_, lose) => {
  const opened = make({ kind: 'launcher' })
  opened.field.focus()
  opened.overlay.setOpen(true)
  lose(opened)
  opened.overlay.setOpen(false)
  expect(document.activeElement).toBe(opened.anchor)
})

test('gives the focus to what opens it when it was opened again at once, with the focus still inside', () => {
  const { overlay, panel, anchor } = make({ kind: 'launcher' })
  anchor.focus()
  overlay.setOpen(true)
  anchor.hidden = true
  overlay.setOpen(false)
  panel.inert = false
  panel.style.visibility = 'visible'
  panel.focus()
  overlay.setOpen(true)
  anchor.hidden = false
  overlay.setOpen(false)
  expect(document.activeElement).toBe(anchor)
})

test('does not move the focus when it is told not to', () => {
  const { overlay, field } = make({ kind: 'launcher' })
  field.focus()
  overlay.setOpen(true, { focus: false })
  expect(document.activeElement).toBe(field)
})
