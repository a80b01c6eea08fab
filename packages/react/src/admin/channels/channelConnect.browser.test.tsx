import type { Channel } from '@crm-chat/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { adminSession, button, dots, paintedDot, showAdmin, someChannels, tell } from '../../../test/showChannels.tsx'
import { ChannelConnect } from './ChannelConnect.tsx'

beforeEach(() => page.viewport(800, 900))
afterEach(() => sessionStorage.clear())

const made: Channel = { id: 'c-9', transport: 'whatsapp', state: 'connecting', reason: 'init' }
const start: Channel = made
const waits: Channel = { ...made, reason: 'qr' }
const creations = (calls: { operation: string }[]) => calls.filter(({ operation }) => operation === 'createChannel')
const code = () => page.getByRole('img', { name: 'QR code to scan with your phone' })

/** Begins with WhatsApp, up to the QR code. */
async function showQr(onDone = vi.fn()) {
  const shown = await showAdmin(<ChannelConnect onDone={onDone} />, {
    answers: { createChannel: { channel: start }, channel: start },
  })
  await button(/^WhatsApp Scan/).click()
  await button('Connect').click()
  await expect.element(page.getByText('Getting a code.')).toBeVisible()
  tell({ chat: shown.chat, channel: waits, qr: dots.red })
  await expect.element(code()).toBeVisible()
  await expect.poll(paintedDot).toBe('red')
  return { ...shown, onDone }
}

test('connects WhatsApp by a QR code that is renewed, and by the password of the second factor', async () => {
  const { chat, onDone } = await showQr()
  tell({ chat, channel: waits, qr: dots.blue })
  await expect.poll(paintedDot).toBe('blue')
  tell({ chat, channel: { ...made, reason: 'waitforpassword' } })
  const field = page.getByLabelText('Password of two-step verification')
  await expect.element(field).toHaveFocus()
  await button('Send').click()
  await expect.element(page.getByText('Fill in this field.')).toBeVisible()
  chat.set({ answers: { verifyChannel: { error: 'upstream_refused' } } })
  await field.fill('wrong')
  await button('Send').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('The messenger did not accept it.')
  await expect.element(field).toHaveValue('')
  chat.set({ answers: { verifyChannel: null, channel: { ...made, reason: 'sync' } } })
  await field.fill('1234')
  await button('Send').click()
  await expect.element(page.getByText('The messages of this account are being imported')).toBeVisible()
  expect(onDone).not.toHaveBeenCalled()
  tell({ chat, channel: { id: 'c-9', transport: 'whatsapp', state: 'active', account: '79001112233' } })
  await expect.element(page.getByText('WhatsApp 79001112233 is connected.')).toBeVisible()
  expect(onDone).toHaveBeenCalledOnce()
  expect(creations(chat.calls)).toEqual([
    { operation: 'createChannel', path: 'channels', body: { transport: 'whatsapp' } },
  ])
  expect(sessionStorage).toHaveLength(0)
})

test('connects WhatsApp by a pairing code, which expires with the QR code', async () => {
  const { chat } = await showQr()
  await button('Enter a code on the phone instead').click()
  const phone = page.getByLabelText('Phone number of the account')
  await phone.fill('abc')
  await button('Get a code').click()
  await expect.element(page.getByText('Enter the number with its country code: 5 to 15 digits.')).toBeVisible()
  chat.set({ answers: { pairChannel: { code: 'ABCDEFGH' } } })
  await phone.fill('+7 (900) 111-22-33')
  await button('Get a code').click()
  await expect.element(page.getByText('ABCD-EFGH')).toBeVisible()
  expect(chat.calls.at(-1)).toMatchObject({ path: 'channels/c-9/pairing-code', body: { phone: '79001112233' } })
  tell({ chat, channel: waits, qr: dots.blue })
  await expect.element(page.getByText('The code has expired. Get a new one.')).toBeVisible()
  await expect.element(page.getByText('ABCD-EFGH')).not.toBeInTheDocument()
  chat.set({ answers: { pairChannel: { error: 'upstream_refused' } } })
  await button('Get a new code').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('No code was given')
})

test('shows a code that it cannot paint as an image', async () => {
  const { chat } = await showQr()
  const drawing = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'
  tell({ chat, channel: waits, qr: drawing })
  await expect.element(code()).toHaveAttribute('src', drawing)
})

test('says when a QR code has expired and when none comes, and gets another by itself only when the user asks', async () => {
  const { chat } = await showQr()
  chat.clock.advance(89_999)
  await expect.element(page.getByText('This code has expired.')).not.toBeInTheDocument()
  chat.clock.advance(1)
  await expect.element(page.getByText('This code has expired.')).toBeVisible()
  chat.set({ answers: { reinitChannel: { channel: start }, channel: start } })
  chat.send({ name: 'channel', data: { channel: start } })
  await expect.element(page.getByText('Getting a code.')).toBeVisible()
  chat.clock.advance(30_000)
  await expect.element(page.getByText('No code has come yet.')).toBeVisible()
  expect(chat.calls.filter(({ operation }) => operation === 'reinitChannel')).toEqual([])
  await button('Get a new code').click()
  await expect.poll(() => chat.calls.filter(({ operation }) => operation === 'reinitChannel')).toHaveLength(1)
})

test('goes on after the page was loaded again, and keeps neither codes nor links', async () => {
  const { chat, unmount } = await showQr()
  await button('Enter a code on the phone instead').click()
  chat.set({ answers: { pairChannel: { code: 'ABCDEFGH' } } })
  await page.getByLabelText('Phone number of the account').fill('79001112233')
  await button('Get a code').click()
  await expect.element(page.getByText('ABCD-EFGH')).toBeVisible()
  await unmount()
  const [kept = ''] = Object.values(sessionStorage)
  expect(JSON.parse(kept)).toEqual({ transport: 'whatsapp', channelId: 'c-9', isStarted: true })
  const again = await showAdmin(<ChannelConnect />, { answers: { channel: waits } })
  await expect.element(page.getByText('The next code comes within a minute.')).toBeVisible()
  tell({ chat: again.chat, channel: waits, qr: dots.blue })
  await expect.poll(paintedDot).toBe('blue')
  expect(creations(again.chat.calls)).toEqual([])
})

test('asks for the token of a bot, keeps it nowhere, and explains a refusal', async () => {
  const { chat } = await showAdmin(<ChannelConnect />, { answers: { createChannel: { error: 'upstream_refused' } } })
  await button(/^Telegram bot/).click()
  await button('Connect').click()
  await expect.element(page.getByText('Fill in this field.')).toBeVisible()
  expect(creations(chat.calls)).toEqual([])
  const token = page.getByLabelText('Bot token')
  await expect.element(token).toHaveAttribute('type', 'password')
  await token.fill(' 1:secret ')
  await button('Connect').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('The messenger service did not accept this.')
  const done: Channel = { id: 'c-9', transport: 'telegram', state: 'active', name: 'shop_bot' }
  chat.set({ answers: { createChannel: { channel: done }, channel: done } })
  await button('Connect').click()
  await expect.element(page.getByText('Telegram bot shop_bot is connected.')).toBeVisible()
  expect(creations(chat.calls).at(-1)).toMatchObject({
    body: { transport: 'telegram', credentials: { telegram_token: '1:secret' } },
  })
  expect(Object.values(sessionStorage).join()).not.toContain('secret')
})

test.each(['outcome_unknown', 'network'] as const)(
  'never repeats by itself what may have gone through: %s',
  async (error) => {
    const { chat } = await showAdmin(<ChannelConnect />, { answers: { createChannel: { error } } })
    await button(/^MAX Scan/).click()
    await button('Connect').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('We could not confirm whether this went through.')
    chat.clock.advance(600_000)
    expect(creations(chat.calls)).toHaveLength(1)
  },
)

test('sends the user of WABA to Meta, and gets another link after the page was loaded again', async () => {
  const waba: Channel = { id: 'c-9', transport: 'wapi', state: 'connecting', reason: 'init' }
  const url = 'https://meta.example/connect?token=secret'
  const { unmount } = await showAdmin(<ChannelConnect />, {
    answers: { createChannel: { channel: waba, url }, channel: waba },
  })
  await button(/^WhatsApp Business API/).click()
  await button('Connect').click()
  const link = page.getByRole('link', { name: 'Log in at Meta' })
  await expect.element(link).toHaveAttribute('href', url)
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
  expect(Object.values(sessionStorage).join()).not.toContain('secret')
  await unmount()
  const { chat } = await showAdmin(<ChannelConnect />, {
    answers: { channel: waba, reinitChannel: { channel: waba, url: `${url}2` } },
  })
  await button('Get a new link').click()
  await expect.element(link).toHaveAttribute('href', `${url}2`)
  tell({ chat, channel: { ...waba, state: 'active', reason: undefined, account: '37190111122' } })
  await expect.element(page.getByText('WhatsApp Business API 37190111122 is connected.')).toBeVisible()
})

test('shows the vendor’s window for VK, and notices the channel that it makes', async () => {
  const frame = { url: 'data:text/html,<h1>Log in</h1>', origin: 'https://vendor.example', expiresAt: null }
  const { chat } = await showAdmin(<ChannelConnect />, {
    answers: { channelLink: { ...frame, url: 'https://vendor.invalid/connect?token=secret' } },
  })
  await button(/^VK/).click()
  await button('Connect').click()
  const window = page.getByTitle('Connect a channel at the messenger service')
  await expect.element(window).toHaveAttribute('referrerpolicy', 'no-referrer')
  expect(chat.calls.find(({ operation }) => operation === 'channelLink')?.body).toEqual({ transport: 'vk' })
  const vk: Channel = { id: 'c-9', transport: 'vk', state: 'connecting', reason: 'init' }
  chat.set({ answers: { channels: { channels: [...someChannels, vk] } } })
  tell({ chat, channel: vk })
  await expect.poll(() => Object.values(sessionStorage).join()).toContain('c-9')
  expect(Object.values(sessionStorage).join()).not.toContain('secret')
  tell({ chat, channel: { ...vk, state: 'active', reason: undefined, name: 'sandbox_shop' } })
  await expect.element(page.getByText('VK sandbox_shop is connected.')).toBeVisible()
})

test('connects a blocked channel again, and says why it did not work', async () => {
  const [, blocked] = someChannels
  const { chat } = await showAdmin(<ChannelConnect channel={blocked} />, { answers: { channel: blocked } })
  await expect.element(page.getByText('Meta has blocked this WhatsApp Business account.')).toBeVisible()
  const failed: Channel = { ...blocked, id: 'c-2', transport: 'wapi', state: 'off', reason: 'rejected' }
  chat.set({ answers: { reinitChannel: { channel: failed }, channel: failed } })
  await button('Connect again').click()
  await expect.element(page.getByRole('heading', { name: 'The channel was not connected' })).toBeVisible()
  await expect.element(page.getByText('Meta has rejected this WhatsApp Business account.')).toBeVisible()
  chat.set({ answers: { channel: { error: 'not_found' } } })
  chat.send({ name: 'channel', data: { channel: failed, deleted: true } })
  await expect.element(page.getByText('This channel no longer exists.')).toBeVisible()
})

test('opens the vendor’s window for a WABA channel of which the vendor has no page', async () => {
  const [, blocked] = someChannels
  const waba: Channel = { id: 'c-2', transport: 'wapi', state: 'connecting', reason: 'init' }
  const { chat } = await showAdmin(<ChannelConnect channel={blocked} />, { answers: { channel: blocked } })
  const channelLink = { url: 'https://vendor.invalid/connect', origin: 'https://vendor.invalid', expiresAt: null }
  chat.set({ answers: { reinitChannel: { channel: waba }, channel: waba, channelLink } })
  await button('Connect again').click()
  await expect.element(page.getByTitle('Connect a channel at the messenger service')).toBeVisible()
  expect(chat.calls.find(({ operation }) => operation === 'channelLink')?.body).toEqual({
    channelId: 'c-2',
    transport: 'wapi',
  })
})

test.each([
  [['channelAdmin'], 'Only administrators can connect'],
  [undefined, 'Channels cannot be connected from here'],
])('says why this user cannot connect channels, with %j restricted', async (restricted, sentence) => {
  const session = { ...adminSession, capabilities: ['channels'], restricted }
  await showAdmin(<ChannelConnect />, { answers: { session } })
  await expect.element(page.getByRole('note')).toHaveTextContent(sentence)
  await expect.element(button(/^WhatsApp/)).not.toBeInTheDocument()
})
