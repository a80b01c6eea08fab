import { describe, expect, it } from 'vitest'
import type { BackendChannelAdmin } from '../../src/backend.ts'
import { createWebhookSink } from './createWebhookSink.ts'
import { need, type Opened, shareSandbox } from './vendors.ts'

const open = shareSandbox()
const { signal } = new AbortController()

/** The parts that the tech API has. */
function adminOf({ backend }: Opened): Required<BackendChannelAdmin> {
  const { create, link, verify, reinit, pair, delete: remove } = need(backend, 'channelAdmin')
  if (!create || !link || !verify || !reinit || !pair || !remove) throw new Error('A part is missing.')
  return { create, link, verify, reinit, pair, delete: remove }
}

const find = async ({ backend }: Opened, id: string) =>
  (await need(backend, 'channels').list({ signal })).find((channel) => channel.id === id)

describe('a channel of the tech API', () => {
  it('is created, shows a QR code, asks for the second factor, works, and is deleted', async () => {
    const opened = await open('wazzup-tech')
    const { account, control, backend } = opened
    const admin = adminOf(opened)
    const webhooks = need(backend, 'webhooks')
    const sink = await createWebhookSink(webhooks)
    await webhooks.register({ url: sink.url })
    const { channel, url } = await admin.create({ transport: 'tgapi' })
    expect(channel).toMatchObject({ transport: 'tgapi', chatType: 'telegram', state: 'connecting' })
    expect(url).toBeUndefined()
    account.clock.advance(1_000)
    await expect
      .poll(() => sink.events)
      .toContainEqual(
        expect.objectContaining({
          kind: 'channel',
          channel: expect.objectContaining({
            channelId: channel.id,
            qr: expect.stringMatching(/^data:image\/png;base64,/),
          }),
        }),
      )
    expect(await find(opened, channel.id)).toMatchObject({ state: 'connecting', reason: 'qr' })
    await control('POST /_sandbox/channels/scan', { channelId: channel.id, plainId: '79001112233', password: '1234' })
    await expect.poll(() => find(opened, channel.id)).toMatchObject({ state: 'connecting', reason: 'waitforpassword' })
    const asks = sink.events.findLast((event) => event.kind === 'channel')
    expect(asks && webhooks.explain?.(asks)).toBe('The messenger asks for the password of the second factor.')
    await expect(admin.verify({ channelId: channel.id, code: 'wrong' })).rejects.toMatchObject({
      code: 'upstream_refused',
    })
    await admin.verify({ channelId: channel.id, code: '1234' })
    account.clock.advance(5_000)
    await expect.poll(() => find(opened, channel.id)).toMatchObject({ state: 'active', account: '79001112233' })
    await admin.delete({ channelId: channel.id, chats: 'keep' })
    expect(await find(opened, channel.id)).toBeUndefined()
    await expect(admin.delete({ channelId: channel.id, chats: 'keep' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is connected by a pairing code', async () => {
    const opened = await open('wazzup-tech')
    const admin = adminOf(opened)
    const { channel } = await admin.create({ transport: 'whatsapp' })
    opened.account.clock.advance(1_000)
    await expect.poll(() => find(opened, channel.id)).toMatchObject({ reason: 'qr' })
    const { code } = await admin.pair({ channelId: channel.id, phone: '79001112233' })
    expect(code).toMatch(/^[A-Z0-9]{8}$/)
    await opened.control('POST /_sandbox/channels/scan', { pairingCode: code })
    opened.account.clock.advance(5_000)
    await expect.poll(() => find(opened, channel.id)).toMatchObject({ state: 'active' })
  })

  it('is connected by the token of its bot, and again', async () => {
    const opened = await open('wazzup-tech')
    const admin = adminOf(opened)
    const credentials = { telegram_token: '1:x' }
    const { channel } = await admin.create({ transport: 'telegram', credentials })
    expect(await find(opened, channel.id)).toMatchObject({ state: 'active', chatType: 'telegram' })
    await opened.control(`POST /_sandbox/channels/${channel.id}/state`, { state: 'unauthorized' })
    expect(await find(opened, channel.id)).toMatchObject({ state: 'off', reason: 'unauthorized' })
    const again = await admin.reinit({ channelId: channel.id, credentials })
    expect(again.channel).toMatchObject({ id: channel.id, state: 'active' })
  })

  it('of WABA goes on at another page', async () => {
    const { url } = await adminOf(await open('wazzup-tech')).create({ transport: 'wapi' })
    expect(url).toMatch(/^https?:\/\//)
  })

  it('has its tariff, and its tier where it is one of WABA', async () => {
    const channels = await need((await open('wazzup-tech')).backend, 'channels').list({ signal })
    expect(channels.find(({ transport }) => transport === 'wapi')).toMatchObject({ tier: 'TIER_1K', tariff: 'max' })
    expect(channels.find(({ transport }) => transport === 'whatsapp')).toMatchObject({ tariff: 'max' })
    expect(channels.find(({ transport }) => transport === 'whatsapp')).not.toHaveProperty('tier')
  })

  it.each(['keep', 'delete'] as const)('is deleted, and its chats %s', async (chats) => {
    const opened = await open('wazzup-tech')
    const { channel } = await adminOf(opened).create({ transport: 'telegram', credentials: { telegram_token: '1:x' } })
    await adminOf(opened).delete({ channelId: channel.id, chats })
    const sent = opened.account.requests().findLast(({ method }) => method === 'DELETE')
    expect(new URL(`http://vendor${sent?.path}`).searchParams.get('delete_chats')).toBe(String(chats === 'delete'))
  })

  it.each([
    ['an unknown transport', { transport: 'icq' }, /^transport: /],
    ['the credentials of another transport', { transport: 'telegram', credentials: { code: 'x' } }, /^credentials/],
    ['no credentials', { transport: 'telegram' }, /^credentials/],
  ])('with %s is refused before the vendor is asked', async (_, request, message) => {
    const opened = await open('wazzup-tech')
    await expect(adminOf(opened).create(request)).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringMatching(message),
    })
    expect(opened.account.requests()).toEqual([])
  })

  it('is connected on the vendor’s own page', async () => {
    const opened = await open('wazzup-tech')
    const { url } = await adminOf(opened).link({ transport: 'vk' })
    expect(new URL(url).origin).toBe(opened.url)
  })
})
