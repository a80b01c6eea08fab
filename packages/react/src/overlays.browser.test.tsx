import type { NamedChat } from '@crm-chat/protocol'
import { type ReactNode, type Ref, StrictMode } from 'react'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type RenderResult, render } from 'vitest-browser-react'
import { framesOf } from '../../core/test/framesOf.ts'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { pressBack, untilBack } from '../../core/test/pressBack.ts'
import {
  ChatDialog,
  ChatDrawer,
  ChatLauncher,
  ChatPanel,
  ChatPopover,
  ChatProvider,
  type OpenProps,
  type OverlayHandle,
} from './index.ts'
import './styles.css'

beforeEach(() => page.viewport(1280, 800))

const chats: NamedChat[] = [{ chatType: 'whatsapp', chatId: '7', name: 'Ann' }]

type Draw = (props: OpenProps & { ref?: Ref<OverlayHandle> }) => ReactNode

const overlays: [string, Draw][] = [
  ['launcher', (props) => <ChatLauncher {...props} />],
  ['popover', (props) => <ChatPopover chats={chats} {...props} />],
  ['drawer', (props) => <ChatDrawer chats={chats} {...props} />],
  ['modal drawer', (props) => <ChatDrawer modal side="start" chats={chats} {...props} />],
  ['dialog', (props) => <ChatDialog chats={chats} {...props} />],
]

interface Shown extends RenderResult {
  world: OpenWorld
  draw: (content: ReactNode) => Promise<void>
}

async function show(content: ReactNode): Promise<Shown> {
  const world = openWorld()
  await world.setCount(4)
  const inPage = (children: ReactNode) => (
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>
        <input aria-label="CRM field" />
        {children}
      </ChatProvider>
    </StrictMode>
  )
  const screen = await render(inPage(content))
  onTestFinished(screen.unmount) // The next test may be in a browser without `moveBefore`.
  return { ...screen, world, draw: (children) => screen.rerender(inPage(children)) }
}

const createHandle = (): { current: OverlayHandle | null } => ({ current: null })
const untilReady = ({ container }: Shown) =>
  expect.poll(() => container.querySelector<HTMLElement>('.cc-window')?.dataset.status).toBe('ready')
const loads = async ({ world }: Shown) => (await world.see()).frameLoads.length

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

  test.each(overlays)('a %s loads its frame once, however often it opens and closes', async (_, draw) => {
    const handle = createHandle()
    const shown = await show(draw({ ref: handle }))
    expect(shown.container.querySelector('dialog')).toBeNull()
    for (let round = 0; round < 2; round += 1) {
      handle.current?.open()
      await expect.element(shown.getByRole('dialog')).toBeVisible()
      await untilReady(shown)
      await expect.poll(() => isReachable(shown)).toBe(true)
      handle.current?.close()
      await expect.element(shown.getByRole('dialog')).not.toBeInTheDocument() // It is there, but hidden from everybody.
      await expect.poll(() => isReachable(shown)).toBe(false)
    }
    expect(await loads(shown)).toBe(1)
  })

  test('from a panel to a popover, a drawer and a dialog, the frame is loaded once', async () => {
    const places = [
      <ChatPanel key="panel" chats={chats} />,
      <ChatPopover key="popover" open chats={chats} />,
      <ChatDrawer key="drawer" open chats={chats} />,
      <ChatDrawer key="modal" open modal chats={chats} />,
      <ChatDialog key="dialog" open chats={chats} />,
    ]
    const shown = await show(places[0])
    await untilReady(shown)
    for (const place of [...places, places[0]]) {
      await shown.draw(place)
      await untilReady(shown)
      await expect.poll(() => isReachable(shown)).toBe(true)
    }
    expect(await loads(shown)).toBe(1)
  })

  test('Tab comes to Close after the frame', async () => {
    const shown = await show(<ChatPopover chats={chats} />)
    await shown.getByRole('button', { name: /Chats/ }).click()
    await untilReady(shown)
    await expect.poll(() => isReachable(shown)).toBe(true)
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => document.activeElement).toBe(framesOf(shown.container)[0])
    const close = shown.getByRole('button', { name: 'Close chats' }).element()
    for (let presses = 0; presses < 5 && document.activeElement !== close; presses += 1)
      await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(close)
  })
})

/** Returns true when a click in the middle of the window would reach its frame. */
function isReachable({ container }: Shown): boolean {
  const { left, top, width, height } = container.querySelector('.cc-frame')?.getBoundingClientRect() ?? new DOMRect()
  return document.elementFromPoint(left + width / 2, top + height / 2) instanceof HTMLIFrameElement
}

test.each(overlays)('a %s tells the reason of each change', async (name, draw) => {
  const onOpenChange = vi.fn()
  const handle = createHandle()
  const shown = await show(draw({ onOpenChange, ref: handle }))
  const panel = shown.getByRole('dialog')
  const open = async (): Promise<void> => {
    handle.current?.toggle()
    await expect.element(panel).toBeVisible()
  }
  if (name === 'launcher' || name === 'popover') await shown.getByRole('button', { name: /hats 4/ }).click()
  else handle.current?.open()
  await expect.element(panel).toBeVisible()
  expect(onOpenChange).toHaveBeenLastCalledWith(true, /launcher|popover/.test(name) ? 'trigger' : 'method')
  await shown.getByRole('button', { name: 'Close chats' }).click()
  expect(onOpenChange).toHaveBeenLastCalledWith(false, 'close')
  await open()
  await userEvent.keyboard('{Escape}')
  expect(onOpenChange).toHaveBeenLastCalledWith(false, 'escape')
  await open()
  handle.current?.toggle()
  expect(onOpenChange).toHaveBeenLastCalledWith(false, 'method')
  expect(onOpenChange).toHaveBeenCalledTimes(6)
})

test.each(overlays)('on a phone, back closes a %s', async (_, draw) => {
  await page.viewport(390, 780)
  const onOpenChange = vi.fn()
  const shown = await show(draw({ defaultOpen: true, onOpenChange }))
  const panel = shown.getByRole('dialog')
  await expect.element(panel).toBeVisible()
  await expect
    .poll(() => panel.element().getBoundingClientRect().toJSON())
    .toMatchObject({ x: 0, y: 0, width: 390, height: 780 })
  await pressBack()
  await expect.poll(() => onOpenChange.mock.calls).toEqual([[false, 'back']])
  await untilBack()
})

test.each(overlays)('a %s whose parent decides changes only when that says so', async (_, draw) => {
  const onOpenChange = vi.fn()
  const shown = await show(draw({ open: true, onOpenChange }))
  await expect.element(shown.getByRole('dialog')).toBeVisible()
  await shown.getByRole('button', { name: 'Close chats' }).click()
  expect(onOpenChange.mock.calls).toEqual([[false, 'close']])
  await expect.element(shown.getByRole('dialog')).toBeVisible()
  await shown.draw(draw({ open: false, onOpenChange }))
  await expect.element(shown.getByRole('dialog')).not.toBeInTheDocument()
  expect(onOpenChange).toHaveBeenCalledOnce()
})

test.each(overlays)('a %s has one name, one heading and one button that closes it', async (_, draw) => {
  const shown = await show(draw({ defaultOpen: true }))
  const panel = shown.getByRole('dialog', { name: 'Chats', exact: true })
  await expect.element(panel).toBeVisible()
  expect(shown.getByRole('heading', { name: 'Chats' }).elements()).toHaveLength(1)
  expect(shown.getByRole('button', { name: 'Close chats' }).elements()).toHaveLength(1)
  expect(shown.getByRole('region').elements()).toEqual([])
  const { width, height } = shown.getByRole('button', { name: 'Close chats' }).element().getBoundingClientRect()
  expect([width, height]).toEqual([44, 44])
})

test.each(overlays.filter(([name]) => !/modal|dialog/.test(name)))(
  'a %s that is open from the start leaves the focus where it is',
  async (_, draw) => {
    const handle = createHandle()
    const shown = await show(<div />)
    const field = shown.getByRole('textbox', { name: 'CRM field' })
    await field.click()
    await shown.draw(draw({ defaultOpen: true, ref: handle }))
    await expect.element(shown.getByRole('dialog')).toBeVisible()
    await expect.element(field).toHaveFocus()
    handle.current?.focus()
    await expect.element(shown.getByRole('dialog')).toHaveFocus()
    handle.current?.close()
    handle.current?.open()
    await expect.element(shown.getByRole('dialog')).toHaveFocus()
  },
)

test('a popover closes when its user presses elsewhere, and takes a button of your own', async () => {
  const onOpenChange = vi.fn()
  const slots = {
    trigger: (props: object) => (
      <button type="button" {...props}>
        Write
      </button>
    ),
  }
  const shown = await show(<ChatPopover chats={chats} slots={slots} onOpenChange={onOpenChange} />)
  const button = shown.getByRole('button', { name: 'Write' })
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  await button.click()
  await expect.element(button).toHaveAttribute('aria-expanded', 'true')
  const panel = shown.getByRole('dialog').element()
  expect(button.element().getAttribute('aria-controls')).toBe(panel.id)
  expect(panel.getBoundingClientRect().top - button.element().getBoundingClientRect().bottom).toBeCloseTo(8, 0)
  await button.click()
  await button.click()
  await shown.getByRole('textbox', { name: 'CRM field' }).click()
  expect(onOpenChange.mock.calls).toEqual([
    [true, 'trigger'],
    [false, 'trigger'],
    [true, 'trigger'],
    [false, 'outside'],
  ])
})

test('a launcher reserves space at the end of the page for as long as it is there', async () => {
  const space = () => document.documentElement.style.getPropertyValue('--cc-launcher-space')
  const shown = await show([<ChatLauncher key="a" />, <ChatLauncher key="b" placement="bottom-start" />])
  expect(space()).toContain('px')
  const list = shown.container.appendChild(document.createElement('ul'))
  list.style.paddingBottom = 'var(--cc-launcher-space, 0px)'
  const { top } = shown.container.querySelector('.cc-toggle')?.getBoundingClientRect() ?? new DOMRect()
  expect(Number.parseFloat(getComputedStyle(list).paddingBottom)).toBeGreaterThanOrEqual(innerHeight - top)
  await shown.draw(<ChatLauncher key="a" />)
  expect(space()).toContain('px')
  await shown.draw(null)
  expect(space()).toBe('')
})
