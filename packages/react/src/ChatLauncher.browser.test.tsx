import { StrictMode } from 'react'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type RenderResult, render } from 'vitest-browser-react'
import { framesOf } from '../../core/test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { pressBack, untilBack } from '../../core/test/pressBack.ts'
import { ChatLauncher, type ChatLauncherProps } from './ChatLauncher.tsx'
import { ChatProvider } from './ChatProvider.tsx'
import './styles.css'

beforeEach(() => page.viewport(1280, 800))

async function show(props: ChatLauncherProps = {}): Promise<RenderResult & { world: OpenWorld }> {
  const world = openWorld()
  await world.setCount(4)
  const screen = await render(
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>
        <input aria-label="CRM field" />
        <ChatLauncher {...props} />
      </ChatProvider>
    </StrictMode>,
  )
  return { ...screen, world }
}

test('carries the badge, and makes no window before it is opened', async () => {
  const { world, ...screen } = await show()
  const button = screen.getByRole('button', { name: 'Open chats 4 unanswered' })
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  expect((await world.see()).requests.map(({ operation }) => operation)).not.toContain('window')
})

test('is not drawn where the proxy offers no window of all chats', async () => {
  const world = openWorld()
  await world.set({ capabilities: ['cardWindow', 'unanswered', 'events'] })
  const screen = await render(
    <ChatProvider endpoint={world.endpoint}>
      <ChatLauncher />
    </ChatProvider>,
  )
  await expect.element(screen.getByRole('button')).not.toBeInTheDocument()
  await expect
    .poll(async () => (await world.see()).requests.some(({ operation }) => operation === 'session'))
    .toBe(true)
})

test('is drawn while it is unknown what the proxy offers', async () => {
  const world = openWorld()
  await world.set({ answers: { session: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  const screen = await render(
    <ChatProvider endpoint={world.endpoint}>
      <ChatLauncher />
    </ChatProvider>,
  )
  await expect
    .poll(async () => (await world.see()).requests.some(({ operation }) => operation === 'session'))
    .toBe(true)
  await expect.element(screen.getByRole('button', { name: 'Open chats' })).toBeVisible()
})

test('opens a panel with all chats, and keeps the window alive when it is closed', async () => {
  const { world, ...screen } = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  const panel = screen.getByRole('dialog', { name: 'Chats' })
  await expect.element(panel).toBeVisible()
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  const [frame] = framesOf(screen.container)
  for (let round = 0; round < 3; round += 1) {
    await screen.getByRole('button', { name: 'Close chats' }).first().click()
    await expect.element(panel).not.toBeInTheDocument() // It is there, but hidden from everybody.
    await screen.getByRole('button', { name: /Open chats/ }).click()
    await expect.element(panel).toBeVisible()
  }
  expect(framesOf(screen.container)).toEqual([frame])
  expect((await world.see()).frameLoads).toHaveLength(1)
})

test('tells assistive technology what opens what', async () => {
  const screen = await show()
  const button = screen.container.querySelector('button')
  button?.focus()
  await userEvent.keyboard('{Enter}')
  const panel = screen.getByRole('dialog', { name: 'Chats' })
  await expect.element(panel).toHaveFocus()
  const opened = screen.container.querySelector('[aria-expanded=true]')
  expect(opened?.getAttribute('aria-controls')).toBe(panel.element().id)
})

test('closes on Escape inside it, and gives the focus back', async () => {
  const screen = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  await expect.element(screen.getByRole('dialog')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  const button = screen.getByRole('button', { name: /Open chats/ })
  await expect.element(button).toHaveFocus()
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
})

test("leaves Escape in the CRM's own fields alone", async () => {
  const screen = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  await screen.getByRole('textbox', { name: 'CRM field' }).click()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('dialog')).toBeVisible()
})

test('keeps a closed panel out of the tab order', async () => {
  const screen = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  await userEvent.keyboard('{Escape}')
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  await expect.element(screen.getByRole('textbox', { name: 'CRM field' })).toHaveFocus()
})

test('fills the screen of a phone, over its own button', async () => {
  await page.viewport(390, 780)
  const screen = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  const panel = screen.getByRole('dialog').element()
  await expect.poll(() => panel.getBoundingClientRect().toJSON()).toMatchObject({ x: 0, y: 0, width: 390, height: 780 })
  const { x, y } = screen.container.querySelector('[aria-expanded]')?.getBoundingClientRect() ?? new DOMRect()
  const seen = () => document.elementFromPoint(x + 20, y + 20)
  await expect
    .poll(() => [...panel.querySelectorAll('*'), ...framesOf(panel)].some((each) => each === seen()))
    .toBe(true)
})

test('on a phone, the back gesture closes it and stays on the page', async () => {
  await page.viewport(390, 780)
  const screen = await show()
  const { href } = location
  await screen.getByRole('button', { name: /Open chats/ }).click()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  await pressBack()
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  expect(location.href).toBe(href)
  await screen.getByRole('button', { name: /Open chats/ }).click()
  await screen.getByRole('dialog').getByRole('button', { name: 'Close chats' }).click()
  await untilBack() // Closed in another way, it leaves no entry.
})

test('makes no entry in the history where it does not fill the screen', async () => {
  const screen = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  expect(history.state?.crmChat).toBeUndefined()
})

test.each([
  ['bottom-end', 'ltr', 'right'],
  ['bottom-start', 'ltr', 'left'],
  ['bottom-end', 'rtl', 'left'],
] as const)('stands at %s, which in %s is %s', async (placement, direction, side) => {
  document.documentElement.dir = direction
  const screen = await show({ placement })
  const { x } = screen
    .getByRole('button', { name: /Open chats/ })
    .element()
    .getBoundingClientRect()
  document.documentElement.dir = 'ltr'
  expect(x > 640 ? 'right' : 'left').toBe(side)
})

test('takes words of your own', async () => {
  const labels = { open: 'Открыть чаты', close: 'Закрыть чаты', unanswered: (count: number) => `${count} без ответа` }
  const screen = await show({ labels, label: 'Чаты' })
  await screen.getByRole('button', { name: 'Открыть чаты 4 без ответа' }).click()
  await expect.element(screen.getByRole('dialog', { name: 'Чаты' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Закрыть чаты' }).elements()).toHaveLength(1)
})

test.each([1280, 390])('has one button that closes it, on a screen of %i px', async (width) => {
  await page.viewport(width, 780)
  const screen = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  await screen.getByRole('button', { name: 'Close chats' }).click() // More than one would be an error.
  await expect.element(screen.getByRole('button', { name: /Open chats/ })).toHaveFocus()
  await untilBack()
})

test('where it fills the screen, what lies under it is out of reach', async () => {
  await page.viewport(390, 780)
  const screen = await show()
  await screen.getByRole('button', { name: /Open chats/ }).click()
  const panel = screen.getByRole('dialog')
  await expect.element(panel).toHaveFocus()
  const field = screen.container.querySelector('input')
  field?.focus()
  await expect.element(panel).toHaveFocus()
  await screen.getByRole('button', { name: 'Close chats' }).click()
  field?.focus()
  expect(document.activeElement).toBe(field)
  await untilBack()
})

test('has edges that keys can move, named in its own words, and a size that the browser remembers', async () => {
  onTestFinished(() => localStorage.clear())
  const { ...screen } = await show({ defaultOpen: true, labels: { panelHeight: 'How high' } })
  const panel = screen.getByRole('dialog', { name: 'Chats' })
  const width = screen.getByRole('separator', { name: 'Panel width' })
  await expect.element(screen.getByRole('separator', { name: 'How high' })).toHaveAttribute('aria-valuenow', '680')
  ;(width.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(width).toHaveAttribute('aria-valuenow', '440')
  await expect.element(panel).toHaveStyle({ width: '440px' })
  await screen.unmount()
  const again = await show({ defaultOpen: true })
  await expect.element(again.getByRole('dialog', { name: 'Chats' })).toHaveStyle({ width: '440px' })
})
