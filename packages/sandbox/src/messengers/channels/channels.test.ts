import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openTestStore } from '../../../test/openTestStore.ts'
import { getChannel } from '../../store/entities/channels.ts'
import type { Channel } from '../../store/schema.ts'
import type { Transport } from '../../store/transports.ts'
import { createChannel, deleteChannel, reinitChannel } from './connectChannel.ts'
import { createPairingCode } from './createPairingCode.ts'
import { moveChannel } from './moveChannel.ts'
import { drawQr } from './qr.ts'
import { enterPairingCode, enterPassword, scanQr } from './scanQr.ts'
import { startChannels } from './startChannels.ts'

async function startAccount() {
  const store = await openTestStore()
  onTestFinished(await startChannels(store))
  const read = async (channelId: string): Promise<Channel> => {
    const channel = await getChannel(store.database, channelId)
    if (!channel) throw new Error('The channel is gone.')
    return channel
  }
  const create = (transport: Transport) =>
    createChannel(store, { transport, toUrl: async (id) => `http://sandbox/${id}` })
  async function showFirstQr(transport: Transport): Promise<Channel & { qr: string }> {
    const { channelId } = await create(transport)
    store.clock.advance(1_000)
    await expect.poll(async () => (await read(channelId)).state).toBe('qr')
    const channel = await read(channelId)
    return { ...channel, qr: channel.qr ?? '' }
  }
  return { store, read, create, showFirstQr }
}

const phone = { plainId: '79001112233' }

describe('a channel', () => {
  it.each(['telegram', 'maxbot', 'instagram', 'avito'] as const)(
    'of %s becomes active with its credentials',
    async (transport) => {
      const { create } = await startAccount()
      expect(await create(transport)).toMatchObject({ state: 'active', qr: null, url: null })
    },
  )

  it.each(['wapi', 'vk'] as const)('of %s waits for the customer to follow its link', async (transport) => {
    const { create } = await startAccount()
    const channel = await create(transport)
    expect(channel).toMatchObject({ state: 'init', url: `http://sandbox/${channel.channelId}` })
  })

  it.each(['whatsapp', 'tgapi', 'viber', 'max'] as const)(
    'of %s shows a QR code, is scanned and becomes active',
    async (transport) => {
      const { store, read, showFirstQr } = await startAccount()
      const { channelId, qr } = await showFirstQr(transport)
      expect(await scanQr(store, { qr, ...phone })).toMatchObject({ state: 'sync', qr: null, plainId: phone.plainId })
      store.clock.advance(2_000)
      await expect.poll(() => read(channelId)).toMatchObject({ state: 'active', name: phone.plainId })
    },
  )

  it('asks for its second factor, and accepts only the right one', async () => {
    const { store, showFirstQr } = await startAccount()
    const { channelId, qr } = await showFirstQr('tgapi')
    expect(await scanQr(store, { qr, ...phone, password: '1234' })).toMatchObject({ state: 'waitForPassword' })
    await expect(enterPassword(store, { channelId, password: '4321' })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    })
    expect(await enterPassword(store, { channelId, password: '1234' })).toMatchObject({ state: 'sync', password: null })
    await expect(enterPassword(store, { channelId, password: '1234' })).rejects.toMatchObject({
      code: 'NO_PASSWORD_ASKED',
    })
  })

  it('replaces an expired QR code, and stops waiting after five', async () => {
    const { store, read, showFirstQr } = await startAccount()
    const { channelId, qr } = await showFirstQr('whatsapp')
    for (const count of [2, 3, 4, 5]) {
      store.clock.advance(60_000)
      await expect.poll(() => read(channelId)).toMatchObject({ state: 'qr', qrCount: count })
    }
    await expect(scanQr(store, { qr, ...phone })).rejects.toMatchObject({ code: 'QR_EXPIRED' })
    store.clock.advance(60_000)
    await expect.poll(() => read(channelId)).toMatchObject({ state: 'qridle', qr: null })
    await reinitChannel(store, { channelId, transport: 'whatsapp' })
    store.clock.advance(1_000)
    await expect.poll(() => read(channelId)).toMatchObject({ state: 'qr', qrCount: 1 })
  })

  it('can be paired by a code instead, while its QR code is valid', async () => {
    const { store, showFirstQr } = await startAccount()
    const { channelId } = await showFirstQr('whatsapp')
    const pairingCode = await createPairingCode(store, { channelId, phone: '79001112233' })
    expect(pairingCode).toMatch(/^[A-Z1-9]{8}$/)
    expect(await enterPairingCode(store, { pairingCode })).toMatchObject({ state: 'sync', plainId: '79001112233' })
    await expect(createPairingCode(store, { channelId, phone: '79001112233' })).rejects.toMatchObject({
      code: 'QR_EXPIRED',
    })
  })

  it('rejects a different phone, and one that another channel uses', async () => {
    const { store, read, showFirstQr } = await startAccount()
    const first = await showFirstQr('whatsapp')
    await scanQr(store, { qr: first.qr, ...phone })
    store.clock.advance(2_000)
    await expect.poll(async () => (await read(first.channelId)).state).toBe('active')
    const second = await showFirstQr('whatsapp')
    expect(await scanQr(store, { qr: second.qr, ...phone })).toMatchObject({ state: 'openElsewhere' })
    await moveChannel(store, { channelId: first.channelId, state: 'unauthorized' })
    await reinitChannel(store, { channelId: first.channelId, transport: 'whatsapp' })
    store.clock.advance(1_000)
    await expect.poll(async () => (await read(first.channelId)).qr).not.toBeNull()
    const { qr } = await read(first.channelId)
    expect(await scanQr(store, { qr: qr ?? '', plainId: '79009998877' })).toMatchObject({ state: 'foreignPhone' })
  })

  it('is deleted with or without its chats', async () => {
    const { store, create } = await startAccount()
    const channel = await create('avito')
    await deleteChannel(store, { channel, deleteChats: true })
    expect(await getChannel(store.database, channel.channelId)).toBeUndefined()
  })
})

describe('a QR code', () => {
  it('can be read by a scanner', async () => {
    const url = await drawQr('crm-chat-sandbox:3376e1c3:secret')
    const image = PNG.sync.read(Buffer.from(url.replace('data:image/png;base64,', ''), 'base64'))
    expect(jsQR(new Uint8ClampedArray(image.data), image.width, image.height)?.data).toBe(
      'crm-chat-sandbox:3376e1c3:secret',
    )
  })
})
