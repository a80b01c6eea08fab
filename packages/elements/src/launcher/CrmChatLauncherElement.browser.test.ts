import { expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { framesOf } from '../../../core/test/framesOf.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../../core/test/openWorld.ts'
import { untilBack } from '../../../core/test/pressBack.ts'
import { addElement } from '../../test/addElement.ts'
import type { CrmChatLauncherElement } from './CrmChatLauncherElement.ts'

async function show(attributes: Record<string, string> = {}): Promise<{
  world: OpenWorld
  launcher: CrmChatLauncherElement
}> {
  await page.viewport(1280, 800)
  const world = openWorld()
  await world.setCount(4)
  return { world, launcher: addElement('crm-chat-launcher', { endpoint: world.endpoint, ...attributes }) }
}

const frameOf = ({ shadowRoot }: HTMLElement) => framesOf(shadowRoot?.querySelector('crm-chat-window')?.shadowRoot)[0]

test('carries the badge, and makes no window before it is opened', async () => {
  const { world } = await show()
  await expect.element(page.getByRole('button', { name: 'Open chats 4 unanswered' })).toBeVisible()
  expect((await world.see()).requests.map(({ operation }) => operation)).not.toContain('window')
})

test('is not shown where the proxy offers no window of all chats', async () => {
  const world = openWorld()
  await world.set({ capabilities: ['cardWindow', 'unanswered', 'events'] })
  addElement('crm-chat-launcher', { endpoint: world.endpoint })
  await expect
    .poll(async () => (await world.see()).requests.some(({ operation }) => operation === 'session'))
    .toBe(true)
  await expect.element(page.getByRole('button')).not.toBeInTheDocument()
})

test('opens a panel with all chats, and keeps the window alive when it is closed', async () => {
  const { world, launcher } = await show()
  await page.getByRole('button', { name: /Open chats/ }).click()
  const panel = page.getByRole('dialog', { name: 'Chats' })
  await expect.element(panel).toBeVisible()
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  const frame = frameOf(launcher)
  await expect.poll(() => frame?.getBoundingClientRect().height).toBeGreaterThan(400)
  await page.getByRole('button', { name: 'Close chats' }).first().click()
  await expect.element(panel).not.toBeInTheDocument()
  await page.getByRole('button', { name: /Open chats/ }).click()
  await expect.element(panel).toBeVisible()
  expect(frameOf(launcher)).toBe(frame)
  expect((await world.see()).frameLoads).toHaveLength(1)
})

test('moves the focus into the panel, closes on Escape, and gives the focus back', async () => {
  const { launcher } = await show()
  await page.getByRole('button', { name: /Open chats/ }).click()
  expect(launcher.shadowRoot?.activeElement?.localName).toBe('dialog')
  await userEvent.keyboard('{Escape}')
  expect(launcher.shadowRoot?.activeElement?.getAttribute('aria-expanded')).toBe('false')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

test('moves the focus into the panel when it is opened again, too', async () => {
  const { launcher } = await show()
  const focused = () => launcher.shadowRoot?.activeElement?.localName
  launcher.open()
  expect(focused()).toBe('dialog')
  launcher.close()
  const panel = launcher.shadowRoot?.querySelector('.cc-panel') as Element
  await expect.poll(() => getComputedStyle(panel).visibility).toBe('hidden')
  launcher.open()
  expect(focused()).toBe('dialog')
})

test('keeps what is pressed when it is drawn anew', async () => {
  const { launcher } = await show()
  const pressed = () => launcher.shadowRoot?.querySelector('.cc-toggle .cc-icon')
  const icon = pressed()
  launcher.setAttribute('label', 'Messages')
  expect(pressed()).toBe(icon)
})

test('stands in the corner it is given, and fills the screen of a phone', async () => {
  const { launcher } = await show({ placement: 'bottom-start' })
  expect(launcher.shadowRoot?.querySelector('.cc-launcher')?.getBoundingClientRect().x).toBe(20)
  await page.viewport(390, 780)
  launcher.open()
  const panel = launcher.shadowRoot?.querySelector('.cc-panel')
  await expect.poll(() => panel?.getBoundingClientRect()).toMatchObject({ x: 0, y: 0, width: 390, height: 780 })
  launcher.close()
  await untilBack()
})

test('reserves room at the end of the page for its button, for as long as it is shown', async () => {
  const { launcher } = await show()
  const room = () => document.documentElement.style.getPropertyValue('--cc-launcher-space')
  expect(room()).toContain('76px')
  launcher.setAttribute('label', 'Messages')
  launcher.remove()
  expect(room()).toBe('')
})

test('fills the screen as a modal dialog, and has one button that closes it', async () => {
  const { launcher } = await show()
  await page.viewport(390, 780)
  for (let round = 0; round < 2; round += 1) {
    await page.getByRole('button', { name: /Open chats/ }).click()
    expect(launcher.shadowRoot?.querySelector('dialog:modal, dialog[data-modal=true]')).not.toBeNull()
    await page.getByRole('button', { name: 'Close chats' }).click()
    expect(launcher.shadowRoot?.activeElement?.getAttribute('aria-expanded')).toBe('false')
    await untilBack()
  }
})

const words = { open: 'Открыть чаты', close: 'Закрыть чаты', unanswered: '{count} без ответа', retry: 'Повторить' }

test.each(['attribute', 'property'])('takes words of your own as %s, for its window too', async (way) => {
  const { world, launcher } = await show({
    label: 'Чаты',
    ...(way === 'attribute' && { labels: JSON.stringify(words) }),
  })
  if (way === 'property') launcher.labels = { ...words, unanswered: (count) => `${count} без ответа` }
  await world.set({ answers: { window: errorAnswer(503, { code: 'upstream_unavailable', retryable: true }) } })
  await page.getByRole('button', { name: 'Открыть чаты 4 без ответа' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Чаты' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Повторить' })).toBeVisible()
  expect(page.getByRole('button', { name: 'Закрыть чаты' }).elements()).toHaveLength(1)
})

test('says that its words are not JSON', async () => {
  await show({ labels: '{open: 1}' })
  await page.getByRole('button', { name: /Open chats/ }).click()
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('The attribute "labels" of <crm-chat-window> is not JSON')
})

test('opens its active chat first', async () => {
  const activeChat = { chatType: 'whatsapp', chatId: '79998887766' }
  const { world } = await show({ 'active-chat': JSON.stringify(activeChat) })
  await page.getByRole('button', { name: /Open chats/ }).click()
  await expect.poll(async () => (await world.see()).openFrames).toBe(1)
  const bodies = (await world.see()).requests.filter(({ operation }) => operation === 'window').map(({ body }) => body)
  expect(bodies.map((body) => JSON.parse(body))).toEqual([{ scope: 'global', activeChat }])
})

test('shares the frame with a window beside it: takes it when it opens, and gives it back', async () => {
  const world = openWorld()
  const inline = addElement('crm-chat-window', { endpoint: world.endpoint })
  const launcher = addElement('crm-chat-launcher', { endpoint: world.endpoint })
  await expect.poll(() => inline.state.status).toBe('ready')
  launcher.open()
  await expect.poll(() => inline.state.status).toBe('elsewhere')
  launcher.close()
  await expect.poll(() => inline.state.status).toBe('ready')
  launcher.open()
  inline.setFront(true)
  launcher.setAttribute('label', 'Messages') // Drawing it anew takes nothing.
  expect(inline.state.status).toBe('ready')
  expect((await world.see()).frameLoads).toHaveLength(1)
})

test('has edges that keys can move, and a size that the browser remembers', async () => {
  onTestFinished(() => localStorage.clear())
  const { launcher } = await show({ labels: JSON.stringify({ panelHeight: 'How high' }) })
  launcher.open()
  const width = page.getByRole('separator', { name: 'Panel width' })
  await expect.element(page.getByRole('separator', { name: 'How high' })).toHaveAttribute('aria-valuenow', '680')
  ;(width.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(width).toHaveAttribute('aria-valuenow', '440')
  launcher.remove()
  const { launcher: again } = await show()
  again.open()
  await expect.element(page.getByRole('dialog', { name: 'Chats' })).toHaveStyle({ width: '440px' })
})
