import { type APIRequestContext, expect, type Locator } from '@playwright/test'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { ChannelsPage } from '../pages/ChannelsPage.ts'
import { story } from '../story.ts'

/** A phone that scans what a screen shows, and enters codes. */
function createPhone({ request, sandboxUrl }: { request: APIRequestContext; sandboxUrl: string }) {
  const control = `${sandboxUrl}/_sandbox/channels`
  const list = async (): Promise<{ channelId: string; transport: string; plainId: string }[]> =>
    (await (await request.get(control)).json()).channels

  return {
    /** Scans the code on a screen. */
    async scan(screen: Locator, phone: { plainId: string; password?: string }): Promise<void> {
      const image = PNG.sync.read(await screen.screenshot())
      const code = jsQR(new Uint8ClampedArray(image.data), image.width, image.height)
      expect((await request.post(`${control}/scan`, { data: { qr: code?.data, ...phone } })).ok()).toBe(true)
    },
    async enter(pairingCode: string): Promise<void> {
      expect((await request.post(`${control}/scan`, { data: { pairingCode } })).ok()).toBe(true)
    },
    /** Lets the messenger change the state of a channel, e.g. to `blocked`. */
    async move(transport: string, state: string): Promise<string> {
      const { channelId, plainId } = (await list()).find((channel) => channel.transport === transport) ?? {}
      expect((await request.post(`${control}/${channelId}/state`, { data: { state } })).ok()).toBe(true)
      return plainId ?? ''
    },
    count: async (): Promise<number> => (await list()).length,
  }
}

story.describe('over Wazzup’s partner API', () => {
  story.use({ crm: { crmApi: 'wazzup-tech', hasWebhooks: true } })

  story(
    'an administrator connects WhatsApp by a QR code and the password of the second factor',
    { tag: ['@createChannel', '@verifyChannel', '@channels', '@channel'] },
    async ({ demo, logIn, request }) => {
      const { page } = await logIn('Erin Doyle')
      const phone = createPhone({ request, sandboxUrl: demo.sandbox.url })
      const channels = new ChannelsPage(page)
      await channels.open()
      await channels.connect(/^WhatsApp Scan/)
      await expect(channels.qrCode).toBeVisible()
      await phone.scan(channels.qrCode, { plainId: '79001112233', password: '2468' })
      const password = channels.wizard.getByLabel('Password of two-step verification')
      await expect(password).toBeFocused()
      await password.fill('1111')
      await password.press('Enter')
      await expect(channels.wizard.getByRole('alert')).toContainText('The messenger did not accept it.')
      await password.fill('2468')
      await password.press('Enter')
      await expect(channels.wizard.getByText('WhatsApp 79001112233 is connected.')).toBeVisible()
      await channels.wizard.getByRole('button', { name: 'Close' }).click()
      await expect(channels.channel('79001112233')).toContainText('Working')
    },
  )

  story(
    'an administrator connects WhatsApp by a pairing code, and goes on after the page was loaded again',
    { tag: ['@createChannel', '@pairChannel', '@reinitChannel', '@deep'] },
    async ({ demo, logIn, request }) => {
      const { page } = await logIn('Erin Doyle')
      const phone = createPhone({ request, sandboxUrl: demo.sandbox.url })
      const before = await phone.count()
      const channels = new ChannelsPage(page)
      await channels.open()
      await channels.connect(/^WhatsApp Scan/)
      await expect(channels.qrCode).toBeVisible()
      await page.reload()
      await channels.wizard.getByRole('button', { name: 'Get a new code' }).click()
      await expect(channels.qrCode).toBeVisible()
      await channels.wizard.getByRole('button', { name: 'Enter a code on the phone instead' }).click()
      await channels.wizard.getByLabel('Phone number of the account').fill('+7 900 111-22-33')
      await channels.wizard.getByRole('button', { name: 'Get a code' }).click()
      const code = channels.wizard.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
      await expect(code).toBeVisible()
      await phone.enter(((await code.textContent()) ?? '').replace('-', ''))
      await expect(channels.wizard.getByText('WhatsApp 79001112233 is connected.')).toBeVisible()
      expect(await phone.count()).toBe(before + 1)
    },
  )

  story(
    'an administrator sees that Meta has blocked a channel, connects it again, and deletes it with its chats',
    { tag: ['@reinitChannel', '@channels', '@deleteChannel', '@deep'] },
    async ({ demo, logIn, request }) => {
      const { page } = await logIn('Erin Doyle')
      const phone = createPhone({ request, sandboxUrl: demo.sandbox.url })
      const channels = new ChannelsPage(page)
      await channels.open()
      const account = await phone.move('wapi', 'blocked')
      const channel = channels.channel(account)
      await expect(channel).toContainText('Meta has blocked this WhatsApp Business account.')
      await expect(channel).toContainText('Up to 1,000 new chats in 24 hours')
      await channel.getByRole('button', { name: /^Connect again/ }).click()
      await channels.wizard.getByRole('button', { name: 'Connect again' }).click()
      await channels.vendorWindow.getByLabel('Phone number').fill(account)
      await channels.vendorWindow.getByRole('button', { name: 'Connect' }).click()
      await expect(channels.wizard.getByText(/is connected/)).toBeVisible()
      await channels.wizard.getByRole('button', { name: 'Close' }).click()
      await expect(channel).toContainText('Working')
      await channel.getByRole('button', { name: /^Delete/ }).click()
      await channels.wizard.getByText('Delete its chats too').click()
      await channels.wizard.getByRole('button', { name: 'Delete with all chats' }).click()
      await expect(channel).toHaveCount(0)
    },
  )

  story(
    'an administrator connects WABA at the page of Meta, and a Telegram bot by its token',
    { tag: ['@createChannel', '@deep'] },
    async ({ logIn }) => {
      const { page } = await logIn('Erin Doyle')
      const channels = new ChannelsPage(page)
      await channels.open()
      await channels.connect(/^WhatsApp Business API/)
      const link = channels.wizard.getByRole('link', { name: 'Log in at Meta' })
      const [meta] = await Promise.all([page.waitForEvent('popup'), link.click()])
      await meta.getByLabel('Phone number').fill('37190111122')
      await meta.getByRole('button', { name: 'Connect' }).click()
      await expect(channels.wizard.getByText('WhatsApp Business API 37190111122 is connected.')).toBeVisible()
      await channels.wizard.getByRole('button', { name: 'Close' }).click()
      await channels.begin(/^Telegram bot/)
      await channels.wizard.getByLabel('Bot token').fill('6945215375:made-up')
      await channels.wizard.getByRole('button', { name: 'Connect', exact: true }).click()
      await expect(channels.wizard.getByText(/^Telegram bot .* is connected/)).toBeVisible()
    },
  )

  story(
    'an administrator connects VK in the vendor’s window',
    { tag: ['@channelLink', '@deep'] },
    async ({ logIn }) => {
      const { page } = await logIn('Erin Doyle')
      const channels = new ChannelsPage(page)
      await channels.open()
      await channels.connect(/^VK/)
      const window = channels.vendorWindow
      await window.getByRole('button', { name: 'Connect' }).click()
      await window.getByLabel('Account').fill('sandbox_shop')
      await window.getByRole('button', { name: 'Connect' }).click()
      await expect(channels.wizard.getByText('VK sandbox_shop is connected.')).toBeVisible()
    },
  )
})

story.describe('with a sidecar key', { tag: '@deep' }, () => {
  story.use({ crm: { crmApi: 'wazzup-v3', keySuffix: '-sidecar' } })

  story(
    'an administrator sees the channels, and reads why none can be connected here',
    { tag: ['@channels'] },
    async ({ logIn }) => {
      const { page } = await logIn('Erin Doyle')
      const channels = new ChannelsPage(page)
      await channels.open()
      await expect(channels.list.getByRole('listitem').first()).toBeVisible()
      await expect(page.getByRole('note')).toContainText('Channels cannot be connected from here')
      await expect(page.getByRole('button', { name: 'Connect a channel' })).toHaveCount(0)
    },
  )
})
