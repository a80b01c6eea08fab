import type { Channel } from '@crm-chat/protocol'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { adminSession, button, showAdmin, someChannels, tell } from '../../../test/showChannels.tsx'
import { ChannelList } from './ChannelList.tsx'

beforeEach(() => page.viewport(800, 900))
afterEach(() => sessionStorage.clear())

const item = (name: string) => page.getByRole('listitem').filter({ hasText: name })
const deletions = (calls: { operation: string; path: string }[]) =>
  calls.filter(({ operation }) => operation === 'deleteChannel').map(({ path }) => path)

test('shows each channel with its state, the reason, what to do, plan and tier', async () => {
  await showAdmin(<ChannelList />)
  await expect.element(item('Reception')).toHaveTextContent(/WhatsApp.*\+7 999 111-22-33.*Plan: max.*Working/)
  await expect.element(item('Shop')).toHaveTextContent(/WhatsApp Business API.*Up to 1,000 new chats in 24 hours/)
  await expect
    .element(item('Shop'))
    .toHaveTextContent(
      'Meta has blocked this WhatsApp Business account.Settle the matter with Meta, then connect the channel again.',
    )
  await expect.element(button('Connect again: WhatsApp Business API Shop')).toBeVisible()
  await expect.element(button('Continue: Telegram bot orders_bot')).toBeVisible()
  expect(item('Reception').getByRole('button').elements()).toHaveLength(1)
})

test('follows live changes, and reads them aloud', async () => {
  const { chat } = await showAdmin(<ChannelList />)
  await expect.element(item('Reception')).toHaveTextContent('Working')
  const [first, ...others] = someChannels
  const idle: Channel = { ...first, id: 'c-1', transport: 'whatsapp', state: 'off', reason: 'qridle' }
  chat.set({ answers: { channels: { channels: [idle, ...others] } } })
  tell({ chat, channel: idle })
  await expect.element(item('Reception')).toHaveTextContent('Not working')
  const spoken = page.getByText('WhatsApp Reception: Nobody scanned the QR code in time.')
  expect(spoken.element().closest('[role=status]')).not.toBeNull()
})

test.each([
  ['keeps', 'Keep its chats', 'Delete', 'channels/c-1?chats=keep'],
  ['deletes', 'Delete its chats too', 'Delete with all chats', 'channels/c-1?chats=delete'],
])('deletes a channel after saying what is lost, and %s its chats', async (_, choice, confirm, path) => {
  const { chat } = await showAdmin(<ChannelList />, { answers: { deleteChannel: { error: 'busy' } } })
  await button('Delete WhatsApp Reception').click()
  const dialog = page.getByRole('dialog', { name: 'Delete WhatsApp Reception?' })
  await expect.element(dialog).toHaveTextContent('Messages of customers no longer arrive here')
  await expect.element(dialog.getByRole('radio', { name: 'Keep its chats' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  await button('Delete WhatsApp Reception').click()
  await dialog.getByText(choice).click()
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('The server is busy.')
  chat.set({ answers: { deleteChannel: { error: 'not_found' }, channels: { channels: someChannels.slice(1) } } })
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(item('Reception')).not.toBeInTheDocument()
  expect(deletions(chat.calls)).toEqual([path, path])
})

test('forgets the channel of a wizard that Escape has closed, so that the next one is about another', async () => {
  const [, , waiting] = someChannels
  await showAdmin(<ChannelList />, { answers: { channel: waiting } })
  await button('Continue: Telegram bot orders_bot').click()
  await expect.element(page.getByRole('dialog').getByRole('heading', { name: /orders_bot again/ })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  expect(sessionStorage).toHaveLength(0)
  await button('Connect a channel').click()
  await expect.element(page.getByRole('dialog').getByRole('button', { name: /^Viber/ })).toBeVisible()
})

test('opens the wizard for a new channel, for the next step of one, and again after the page was loaded again', async () => {
  const [, , waiting] = someChannels
  const { unmount } = await showAdmin(<ChannelList />, { answers: { channel: waiting } })
  await button('Continue: Telegram bot orders_bot').click()
  const dialog = page.getByRole('dialog')
  await expect.element(dialog.getByRole('heading', { name: 'Connect Telegram bot orders_bot again' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await button('Connect a channel').click()
  await dialog.getByRole('button', { name: /^Viber/ }).click()
  await expect.element(dialog.getByRole('heading', { name: 'Connect Viber' })).toBeVisible()
  await unmount()
  const { chat } = await showAdmin(<ChannelList />)
  await expect.element(dialog.getByRole('heading', { name: 'Connect Viber' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(sessionStorage).toHaveLength(0)
  expect(chat.calls.filter(({ operation }) => operation === 'createChannel')).toEqual([])
})

test('is empty, loads, fails with a retry, and shows what it had when it cannot refresh', async () => {
  let finish = (_: { channels: Channel[] }): void => undefined
  const { chat } = await showAdmin(<ChannelList />, {
    answers: { channels: () => new Promise((resolve) => (finish = resolve)) },
  })
  await expect.element(page.getByText('Loading channels…')).toBeInTheDocument()
  finish({ channels: [] })
  await expect.element(page.getByText('No channels yet.')).toBeVisible()
  chat.set({ answers: { channels: { error: 'upstream_refused' } } })
  chat.send({ name: 'channel', data: { channel: someChannels[0] } })
  await expect.element(page.getByText(/^Could not refresh\. Last updated at \d/)).toBeVisible()
  chat.set({ answers: { channels: { channels: someChannels } } })
  await button('Try again').click()
  await expect.element(item('Reception')).toBeVisible()
  await expect.element(page.getByText('Could not refresh')).not.toBeInTheDocument()
})

test('explains a failure, and that the browser is offline', async () => {
  const { chat } = await showAdmin(<ChannelList />, { answers: { channels: { error: 'upstream_auth' } } })
  await expect.element(page.getByRole('alert')).toHaveTextContent('The messenger service refused our key.')
  chat.set({ answers: { channels: { channels: someChannels } } })
  await button('Try again').click()
  await expect.element(item('Reception')).toBeVisible()
  chat.set({ offline: true })
  await expect.element(page.getByText('You are offline.')).toBeVisible()
  chat.set({ offline: false })
})

test.each([
  [['channelAdmin'], 'Only administrators can connect'],
  [undefined, 'Channels cannot be connected from here'],
])('lets others look, and says why they change nothing, with %j restricted', async (restricted, sentence) => {
  const session = { ...adminSession, capabilities: ['channels'], restricted }
  await showAdmin(<ChannelList />, { answers: { session } })
  await expect.element(page.getByRole('note')).toHaveTextContent(sentence)
  await expect.element(item('Shop')).toHaveTextContent('Meta has blocked')
  expect(page.getByRole('button').elements()).toEqual([])
})

test.each(['light', 'dark'] as const)('has no violation of axe, and targets that fingers hit: %s', async (theme) => {
  document.documentElement.style.setProperty('--cc-theme', theme)
  document.body.style.background = theme === 'dark' ? '#0b0d10' : ''
  await showAdmin(<ChannelList />)
  await expect.element(item('Reception')).toBeVisible()
  const small = page
    .getByRole('button')
    .elements()
    .filter((element) => element.getBoundingClientRect().height < 44)
  expect(small).toEqual([])
  expect(await findViolations()).toEqual([])
  await button('Delete WhatsApp Reception').click()
  expect(await findViolations()).toEqual([])
  await button('Cancel').click()
  await button('Connect a channel').click()
  expect(await findViolations()).toEqual([])
  await button(/^Instagram/).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Connect', exact: true }).click()
  expect(await findViolations()).toEqual([])
  document.documentElement.style.removeProperty('--cc-theme')
  document.body.style.background = ''
})

/** What axe finds on the page, dialogs included. */
async function findViolations(): Promise<unknown[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
