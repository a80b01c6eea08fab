import { describe, expect, it } from 'vitest'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { chatTypesByTransport, toChannelState } from './channels.ts'

describe('fetchChannels', () => {
  it('reads the list, and what the live service adds to it', async () => {
    const channels = [
      { channelId: 'c1', transport: 'wapi', plainId: '79990001122', state: 'openelsewhere', name: 'Shop' },
    ]
    const { wazzup, requests } = await startWazzupV3({ json: channels })
    await expect(wazzup.fetchChannels()).resolves.toEqual(channels)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v3/channels' }])
  })
})

describe("a channel's state", () => {
  it.each([
    ['active', 'active'],
    ['openElsewhere', 'openelsewhere'],
    ['openelsewhere', 'openelsewhere'],
    ['wait_for_password', 'waitforpassword'],
    ['notEnoughMoney', 'notenoughmoney'],
    ['QR', 'qr'],
    ['on fire', 'unknown'],
    ['__proto__', 'unknown'],
    ['constructor', 'unknown'],
  ])('%s is %s in one spelling', (state, spelt) => {
    expect(toChannelState(state)).toBe(spelt)
  })
})

it('knows the messenger of a transport', () => {
  expect(chatTypesByTransport.wapi).toBe('whatsapp')
  expect(chatTypesByTransport.tgapi).toBe('telegram')
})
