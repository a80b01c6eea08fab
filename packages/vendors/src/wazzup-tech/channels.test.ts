import { describe, expect, it } from 'vitest'
import { startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { InvalidParametersError } from '../errors.ts'
import type { ChannelConnection } from './channelCredentials.ts'
import { channelReasons, channelStatuses, wabaTiers } from './channelStatus.ts'
import { createWazzupTech, type WazzupTech } from './createWazzupTech.ts'
import * as examples from './fixtures/channels.ts'

const channel_id = 'db00aa11-bc63-4d4b-9e14-a9a3457000f'

async function startTech(answer: VendorAnswer): Promise<{ wazzup: WazzupTech; requests: { body: unknown }[] }> {
  const { url, requests } = await startVendor(() => answer)
  return { wazzup: createWazzupTech({ accessToken: 'token-of-the-account', baseUrl: url }), requests }
}

describe('createChannel', () => {
  it('connects a Telegram bot as the documents show it', async () => {
    const { wazzup, requests } = await startTech({ json: examples.createdAnswer.payload })
    const credentials = { telegram_token: '7000000001:AAEjustAnExampleOfABotToken' }
    const channel = await wazzup.createChannel({ transport: 'telegram', credentials })
    expect(channel).toMatchObject({ channel_id: '4e0a1b2-3c4d-4e5f-a6b7-c8d9e0f', transport: 'telegram' })
    expect(requests).toMatchObject([{ method: 'POST', url: '/v2/channels', body: examples.botRequest.payload }])
  })

  it('hands on the link for the customer of a WABA channel', async () => {
    const { wazzup, requests } = await startTech({ json: examples.wabaCreatedAnswer.payload })
    const channel = await wazzup.createChannel({ transport: 'wapi', credentials: {} })
    expect(channel.url).toBe('https://connect.example.com/7Kq2')
    expect(requests[0]?.body).toEqual(examples.wabaRequest.payload)
  })

  const connections: ChannelConnection[] = [
    { transport: 'whatsapp', credentials: {} },
    { transport: 'wapi', credentials: {} },
    { transport: 'telegram', credentials: { telegram_token: 'token' } },
    { transport: 'tgapi', credentials: {} },
    {
      transport: 'instAPI',
      credentials: { username: 'shop', page_id: '1', inst_id: '2', user_token: 'token' },
    },
    { transport: 'viber', credentials: {} },
    { transport: 'avito', credentials: { code: 'code' } },
    { transport: 'max', credentials: {} },
    { transport: 'maxbot', credentials: { access_token: 'token' } },
  ]

  it.each(connections)('sends what $transport needs', async (connection) => {
    const { wazzup, requests } = await startTech({ json: examples.createdAnswer.payload })
    await wazzup.createChannel(connection)
    expect(requests[0]?.body).toEqual(connection)
  })

  it.each([
    { transport: 'telegram', credentials: {} },
    { transport: 'telegram', credentials: { access_token: 'token' } },
    { transport: 'whatsapp', credentials: { telegram_token: 'token' } },
    { transport: 'vk', credentials: {} },
  ])('refuses $transport with $credentials before it is sent', async (wrong) => {
    const { wazzup, requests } = await startTech({ json: examples.createdAnswer.payload })
    await expect(wazzup.createChannel(wrong as ChannelConnection)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

describe('a channel', () => {
  it('is read as the documents show it, with no reason where they write "null"', async () => {
    const { wazzup, requests } = await startTech({ json: examples.channelAnswer.payload })
    const channel = await wazzup.fetchChannel({ channel_id })
    expect(channel).toMatchObject({ transport: 'telegram', status: 'active', name: 'An_Example_Bot', tariff: 'max' })
    expect(channel.reason).toBeUndefined()
    expect(requests).toMatchObject([{ method: 'GET', url: `/v2/channels/${channel_id}` }])
  })

  it('is read in a list as the documents show it', async () => {
    const { wazzup, requests } = await startTech({ json: examples.channelsAnswer.payload })
    await expect(wazzup.fetchChannels()).resolves.toMatchObject([{ transport: 'telegram', status: 'active' }])
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/channels' }])
  })

  it.each(Object.entries(channelReasons))('can have the reason %s', async (reason, status) => {
    const { wazzup } = await startTech({ json: { data: { channel_id, transport: 'wapi', status, reason } } })
    const channel = await wazzup.fetchChannel({ channel_id })
    expect([channel.status, channel.reason]).toEqual([status, reason])
    expect(channelStatuses).toContain(status)
  })

  it.each(wabaTiers)('can have the tier %s', async (tier) => {
    const { wazzup } = await startTech({ json: { data: [{ channel_id, transport: 'wapi', tier }] } })
    await expect(wazzup.fetchChannel({ channel_id })).resolves.toMatchObject({ tier })
  })

  it('is deleted as the documents show it, and keeps its chats unless told otherwise', async () => {
    const { wazzup, requests } = await startTech({ json: examples.deleteAnswer.payload })
    await wazzup.deleteChannel({ channel_id })
    await wazzup.deleteChannel({ channel_id, delete_chats: true })
    expect(requests).toMatchObject([
      { method: 'DELETE', url: `/v2/channels/${channel_id}?delete_chats=false`, text: '' },
      { method: 'DELETE', url: `/v2/channels/${channel_id}?delete_chats=true`, text: '' },
    ])
  })
})

describe('connecting a channel', () => {
  it('hands the second factor over as the documents show it', async () => {
    const { wazzup, requests } = await startTech({ json: examples.twoFactorAnswer.payload })
    await wazzup.sendTwoFactorCode({ channel_id, two_factor_code: '4321', transport: 'tgapi' })
    const url = `/v2/channels/${channel_id}/auth/2fa`
    expect(requests).toMatchObject([{ method: 'POST', url, body: examples.twoFactorRequest.payload }])
  })

  it('starts again as the documents show it, without the transport', async () => {
    const { wazzup, requests } = await startTech({ json: examples.reinitAnswer.payload })
    const credentials = { telegram_token: '7000000001:AAEjustAnotherBotToken' }
    const channel = await wazzup.reinitChannel({ channel_id, transport: 'telegram', credentials })
    expect(channel).toMatchObject({ channel_id, state: 'active', phone: 'an_example_bot' })
    const url = `/v2/channels/${channel_id}/reinit`
    expect(requests).toMatchObject([{ method: 'POST', url, body: examples.reinitRequest.payload }])
  })

  it('gets a pairing code as the documents show it', async () => {
    const { wazzup, requests } = await startTech({ json: examples.pairingCodeAnswer.payload })
    const code = await wazzup.createPairingCode({ channel_id, pairing_phone: '79991112233' })
    expect(code).toEqual({ pairing_code: 'KXX2ABCD', pairing_phone: '79991112233' })
    const url = `/v2/channels/${channel_id}/pairing-code`
    expect(requests).toMatchObject([{ method: 'POST', url, body: examples.pairingCodeRequest.payload }])
  })

  it('refuses a phone number with a plus before it is sent', async () => {
    const { wazzup, requests } = await startTech({ json: examples.pairingCodeAnswer.payload })
    const code = wazzup.createPairingCode({ channel_id, pairing_phone: '+79991112233' })
    await expect(code).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})
