import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidAnswerError, InvalidParametersError } from '../errors.ts'
import { type ChatsLinkParameters, chatsLinkRequestSchema } from './chatsLinkRequest.ts'
import { createWazzupTech } from './createWazzupTech.ts'

const link = 'https://new12345678.wazzup24.com/chat/?token=abc'
const chats = [{ chat_type: 'whatsapp', chat_id: '79991112233', contact_name: 'Ann' }] as const

describe('createChatsLink', () => {
  it('names the user the way the live API takes, for all chats', async () => {
    const { url, requests } = await startVendor(() => ({ json: { data: { link }, meta: { timestamp: 1 } } }))
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await expect(wazzup.createChatsLink({ user_id: 7, scope: 'global' })).resolves.toEqual({ url: link })
    expect(requests).toMatchObject([{ method: 'POST', url: '/v2/iframe-links/chats' }])
    expect(requests[0]?.body).toEqual({ user_id: '7', scope: 'global' })
  })

  it("names a card's chats, the open one, the author and the events", async () => {
    const { url, requests } = await startVendor(() => ({ json: { data: { link } } }))
    const parameters: ChatsLinkParameters = {
      user_id: '7',
      author_name: 'Kate',
      scope: 'card',
      chats: [...chats],
      active_chat: { chat_type: 'whatsapp', chat_id: '79991112233', channel_id: '1d2c3b4a-5f6e' },
      use_events: { deals: true, messages: false },
      client_type: '',
    }
    await createWazzupTech({ accessToken: 't', baseUrl: url }).createChatsLink(parameters)
    expect(requests[0]?.body).toEqual(parameters)
  })

  it.each([{ link }, { url: link }, [{ link }]])('reads the link from %j', async (data) => {
    const { url } = await startVendor(() => ({ json: { data, meta: { timestamp: 1 } } }))
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await expect(wazzup.createChatsLink({ user_id: '7', scope: 'global' })).resolves.toEqual({ url: link })
  })

  it('does not take an answer without a link for one', async () => {
    const { url } = await startVendor(() => ({ json: { data: { link: null } } }))
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await expect(wazzup.createChatsLink({ user_id: '7', scope: 'global' })).rejects.toThrow(InvalidAnswerError)
  })

  it.each([
    { user_id: '7', scope: 'card' },
    { user_id: '7', scope: 'card', chats: [] },
    { user_id: '7', scope: 'global', chats },
    { user_id: '', scope: 'global' },
    { user_id: '7', scope: 'card', chats: [{ chat_type: 'whatsapp', chat_id: '+7 999' }] },
    { user_id: '7', scope: 'card', chats: [{ chat_type: 'whatsapp' }] },
    { user_id: '7', scope: 'global', active_chat: { chat_type: 'icq', chat_id: '1' } },
  ])('refuses %j before it is sent', async (wrong) => {
    const { url, requests } = await startVendor(() => ({ json: { data: { link } } }))
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await expect(wazzup.createChatsLink(wrong as ChatsLinkParameters)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it("reads the documents' form of the user as well", () => {
    expect(chatsLinkRequestSchema.parse({ user: { id: 7 }, scope: 'global' })).toEqual({
      user_id: '7',
      scope: 'global',
    })
  })
})

describe('createChannelsLink', () => {
  it('leads to the choice of a messenger', async () => {
    const { url, requests } = await startVendor(() => ({ json: { data: { link } } }))
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
    await expect(wazzup.createChannelsLink()).resolves.toEqual({ url: link })
    expect(requests).toMatchObject([{ method: 'POST', url: '/v2/iframe-links/channels', body: { options: {} } }])
  })

  it('leads to a messenger, and to a channel to connect again', async () => {
    const { url, requests } = await startVendor(() => ({ json: { data: { link } } }))
    const options = { transport: 'vk', channel_id: '1d2c3b4a-5f6e' } as const
    await createWazzupTech({ accessToken: 't', baseUrl: url }).createChannelsLink(options)
    expect(requests[0]?.body).toEqual({ options })
  })
})
