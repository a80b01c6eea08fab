import type { Capability } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { wazzupTech } from '../../src/backends/wazzup-tech/backend.ts'
import { wazzupV3 } from '../../src/backends/wazzup-v3/backend.ts'
import { createWebhookSink } from './createWebhookSink.ts'
import { ann, boris, channelIds, kate } from './people.ts'
import { need, shareSandbox, type VendorName, vendorNames } from './vendors.ts'

const open = shareSandbox()
const { signal } = new AbortController()
const chat = { ...ann, name: 'Ann' }
const contact = { id: 'c1', name: 'Ann', responsibleUserId: kate.id, chats: [ann] }

/** Vendors with a capability of the backend. */
const having: Partial<Record<Capability | 'webhooks', VendorName[]>> = {
  window: ['wazzup-v2', 'wazzup-v3', 'wazzup-tech'],
  channels: ['wazzup-v2', 'wazzup-v3', 'wazzup-tech'],
  channelAdmin: ['wazzup-tech'],
  edit: ['wazzup-v3', 'wazzup-tech'],
  templates: ['wazzup-v3', 'whatomate'],
  exports: ['wazzup-tech'],
  conversation: ['whatomate'],
}
const withWindows = vendorsWith('window')
const withChannels = vendorsWith('channels')

/** A Whatomate server chooses the contact's own account. */
function channelOf(vendor: string): { channelId?: string } {
  return vendor === 'whatomate' ? {} : { channelId: channelIds.whatsapp }
}

function vendorsWith(capability: keyof typeof having): VendorName[] {
  return vendorNames.filter((name) => having[capability]?.includes(name))
}

describe.each(vendorNames)('%s', (vendor) => {
  it('offers what the vendor has, and nothing else', async () => {
    const { backend } = await open(vendor)
    expect(backend.name).toBe(vendor)
    expect({
      window: backend.windows !== undefined,
      channels: backend.channels !== undefined,
      channelAdmin: backend.channelAdmin !== undefined,
      edit: backend.messages?.edit !== undefined && backend.messages.delete !== undefined,
      templates: backend.templates !== undefined,
      exports: backend.exports !== undefined,
      conversation: backend.conversation !== undefined && backend.media !== undefined,
    }).toEqual(Object.fromEntries(Object.entries(having).map(([name, vendors]) => [name, vendors.includes(vendor)])))
    expect(backend.messages?.send).toBeTypeOf('function')
    expect(backend.watchUnanswered).toBeTypeOf('function')
    expect(backend.webhooks?.read).toBeTypeOf('function')
    expect(backend.forTenant).toBeUndefined() // One key for all.
    expect(backend.problems?.()).toEqual([])
    await backend.check?.()
  })

  it('sends a message once that the vendor took in without a response, and says that nobody knows', async () => {
    const { backend, account, control } = await open(vendor, { timeoutMs: 400 })
    await backend.saveUser?.(kate)
    await account.simulate.message({ ...ann, text: 'Hi' })
    account.faults.add({ operation: `${vendor}.sendMessage`, fault: { kind: 'hang' } })
    const request = { ...channelOf(vendor), to: ann, text: 'Once' }
    await expect(need(backend, 'messages').send({ user: kate, request })).rejects.toMatchObject({
      code: 'outcome_unknown',
    })
    const query = new URLSearchParams(ann)
    const { messages } = (await control(`GET /_sandbox/messages?${query}`)) as { messages: { text: string }[] } // Ours.
    expect(messages.filter(({ text }) => text === 'Once')).toHaveLength(1)
    expect(account.requests({ operation: `${vendor}.sendMessage` })).toHaveLength(1)
  })

  it('counts unanswered chats, and not those that an automatic reply leaves', async () => {
    const { backend, account } = await open(vendor)
    await backend.saveUser?.(kate)
    await backend.entities?.contacts?.save?.run([contact], { signal: new AbortController().signal })
    const counts: number[] = []
    const stop = need(
      backend,
      'watchUnanswered',
    )({
      userId: kate.id,
      onValue: ({ count }) => counts.push(count),
      onOutage: () => {},
      isUrgent: () => true,
    })
    await account.simulate.message({ ...ann, text: 'Is it ready?' })
    await expect.poll(() => counts.at(-1)).toBe(1)
    const send = (keepUnanswered: boolean) =>
      need(backend, 'messages').send({
        user: kate,
        request: {
          ...channelOf(vendor),
          to: ann,
          text: 'A moment, please.',
          ...(keepUnanswered && { keepUnanswered }),
        },
      })
    if (vendor === 'wazzup-v3' || vendor === 'wazzup-tech') {
      await send(true)
      await account.simulate.message({ ...boris, text: 'Hello' }) // Nobody's: its number comes after the reply's.
      await expect.poll(() => counts.at(-1)).toBe(2)
    }
    await send(false)
    await expect.poll(() => counts.at(-1)).toBe(vendor === 'wazzup-v3' || vendor === 'wazzup-tech' ? 1 : 0)
    stop()
  })

  it('reads the webhooks for which it has registered an address, once for all', async () => {
    const { backend, account } = await open(vendor)
    const sink = await createWebhookSink(need(backend, 'webhooks'))
    const { register } = need(backend, 'webhooks')
    await register({ url: sink.url })
    await register({ url: sink.url })
    await account.simulate.message({ ...ann, text: 'Is it ready?' })
    await expect
      .poll(() => sink.events.filter(({ kind }) => kind === 'message'))
      .toMatchObject([{ message: { chat: ann, direction: 'incoming', text: 'Is it ready?' } }])
    await register({ url: sink.otherUrl })
    await account.simulate.message({ ...ann, text: 'Well?' })
    await expect.poll(() => sink.events.filter(({ kind }) => kind === 'message')).toHaveLength(2)
    expect(sink.paths.at(-1)).toBe(new URL(sink.otherUrl).pathname)
  })

  it('refuses a webhook that is no JSON', async () => {
    const { backend } = await open(vendor)
    const { read } = need(backend, 'webhooks')
    for (const body of ['', 'null', '[]', '{', '"x"']) {
      const request = { header: () => undefined, body: new TextEncoder().encode(body) }
      await expect(read(request)).rejects.toMatchObject({
        name: 'OperationError',
        code: vendor === 'whatomate' ? 'forbidden' : 'invalid_request', // Its signature comes first.
      })
    }
  })
})

describe.each(withWindows)('a window of %s', (vendor) => {
  it('opens for a user that was uploaded, for all chats and for those of a card', async () => {
    const { backend, account, url } = await open(vendor)
    await backend.saveUser?.(kate)
    const windows = need(backend, 'windows')
    for (const request of [{ scope: 'global' }, { scope: 'card', chats: [chat], activeChat: ann }] as const) {
      const link = new URL(
        (
          await windows.create({
            user: kate,
            request: { ...request, ...('chats' in request && { chats: [...request.chats] }) } as never,
            signal,
          })
        ).url,
      )
      expect(link.origin).toBe(url)
      expect(windows.isOwnUrl(link)).toBe(true)
      expect(windows.isOwnUrl(new URL('https://evil.example/'))).toBe(false)
    }
    const asked = account.requests().filter(({ path }) => path.includes('iframe'))
    expect(asked.map(({ body }) => JSON.stringify(body).includes(ann.chatId))).toEqual([false, true])
    expect(asked.every(({ body }) => JSON.stringify(body).includes('"7"'))).toBe(true)
  })

  it('names the chat that the vendor cannot open', async () => {
    const { backend } = await open(vendor)
    const chats = [ann, { ...ann, chatId: '+7' }]
    await expect(
      need(backend, 'windows').create({ user: kate, request: { scope: 'card', chats }, signal }),
    ).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringMatching(/^In chats\.1: chat_?id: /i) })
  })
})

describe('a window whose deals are to be opened by the page', () => {
  it.each([
    ['wazzup-v3', { options: { useDealsEvents: true } }],
    ['wazzup-tech', { use_events: { deals: true }, client_type: '' }],
  ] as const)('asks %s for events, and no other window does', async (vendor, wanted) => {
    const { account, url, backend: without } = await open(vendor)
    const { apiKey } = account
    const backends = {
      'wazzup-v3': () => wazzupV3({ apiKey, baseUrl: url, dealEvents: true }),
      'wazzup-tech': () => wazzupTech({ accessToken: apiKey, baseUrl: `${url}/tech`, dealEvents: true }),
    }
    await without.saveUser?.(kate)
    for (const backend of [without, backends[vendor]()])
      await need(backend, 'windows').create({ user: kate, request: { scope: 'global' }, signal })
    const [first, second] = account.requests().filter(({ path }) => path.includes('iframe'))
    expect(first?.body).not.toMatchObject(wanted)
    expect(second?.body).toMatchObject(wanted)
  })
})

describe.each(withChannels)('channels of %s', (vendor) => {
  it('have their messenger, account and state', async () => {
    const { backend, control } = await open(vendor)
    const list = async () => need(backend, 'channels').list({ signal })
    expect(await list()).toContainEqual(
      expect.objectContaining({
        id: channelIds.whatsapp,
        transport: 'whatsapp',
        chatType: 'whatsapp',
        account: '79865784457',
        state: 'active',
      }),
    )
    const waba = (await list()).find(({ transport }) => transport === 'wapi')
    expect(waba).toMatchObject({ chatType: 'whatsapp' })
    expect(waba).not.toHaveProperty('reason')
    await control(`POST /_sandbox/channels/${channelIds.whatsapp}/state`, { state: 'notEnoughMoney' })
    expect((await list()).find(({ id }) => id === channelIds.whatsapp)).toMatchObject({
      state: 'off',
      reason: 'notenoughmoney',
    })
    await control(`POST /_sandbox/channels/${channelIds.whatsapp}/state`, { state: 'qr' })
    expect((await list()).find(({ id }) => id === channelIds.whatsapp)).toMatchObject({
      state: 'connecting',
      reason: 'qr',
    })
  })
})
