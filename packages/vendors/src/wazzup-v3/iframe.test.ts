import { describe, expect, it } from 'vitest'
import { startWazzupV3 } from '../../test/startWazzupV3.ts'
import { InvalidParametersError, VendorAuthError } from '../errors.ts'

const user = { id: 7, name: 'Ann' }
const url = 'https://new777.example.com/chat/?token=t'
const channelId = '2b6f0c1d-3e4a-4b5c-9d8e-7f6a5b4c3d2e'

describe('createIframe', () => {
  it('mints a link for all chats, or for those of a card', async () => {
    const { wazzup, requests } = await startWazzupV3((_, index) => ({ status: 200 + index, json: { url } }))
    await expect(wazzup.createIframe({ user, scope: 'global' })).resolves.toEqual({ url })
    const filter = [{ chatType: 'whatsapp', chatId: '79991112233', name: 'Sam' }] as const
    const card = {
      user: { id: '7' },
      scope: 'card',
      filter: [...filter],
      activeChat: { chatType: 'telegram', username: 'sam', channelId },
      options: { clientType: '', useDealsEvents: true, useMessageEvents: false },
    } as const
    await expect(wazzup.createIframe({ ...card, filter: [...filter] })).resolves.toEqual({ url })
    expect(requests).toMatchObject([
      { method: 'POST', url: '/v3/iframe', body: { user: { id: '7', name: 'Ann' }, scope: 'global' } },
      { method: 'POST', url: '/v3/iframe', body: card },
    ])
  })

  it('is told that a sidecar key opens no window', async () => {
    const { wazzup } = await startWazzupV3({ status: 403, json: { error: 'FORBIDDEN' } })
    const error = await wazzup.createIframe({ user, scope: 'global' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(VendorAuthError)
    expect(error).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  })

  it.each([
    ['a card without chats', { user, scope: 'card', filter: [] }],
    ['a user without an id', { user: { name: 'Ann' }, scope: 'global' }],
    ['a chat without an id', { user, scope: 'card', filter: [{ chatType: 'whatsapp' }] }],
    [
      'a channel that is no UUID',
      { user, scope: 'global', activeChat: { chatType: 'vk', chatId: '1', channelId: '1' } },
    ],
  ])('refuses %s before anything is sent', async (_, parameters) => {
    const { wazzup, requests } = await startWazzupV3({ json: { url } })
    // What a caller without types might pass.
    const call = wazzup.createIframe as (parameters: unknown) => Promise<unknown>
    await expect(call(parameters)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})
