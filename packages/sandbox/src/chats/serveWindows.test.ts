import { describe, expect, it, onTestFinished } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann, bob } from '../../test/fixtures/people.ts'
import { getLink, getToken } from '../../test/getLink.ts'
import { getMessages } from '../../test/getMessages.ts'
import { connectWithToken, openWindow } from '../../test/openWindow.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import type { Sandbox } from '../createSandbox.ts'

const card = { scope: 'card', filter: [{ ...ann, name: 'Ann' }] }
const hello = { ...ann, text: 'Hello' }
/** A WABA channel. The plain WhatsApp channel is older, so it is the default one. */
const waba = '24197d5f-06de-421f-8576-9f6e6cb67f28'

function assign(sandbox: Sandbox, responsibleUserId: string) {
  return callSandbox(sandbox, 'PATCH /v2/contacts', { body: [{ id: 1, name: 'Ann', responsibleUserId, chats: [ann] }] })
}

describe('a window', () => {
  it('lists the chats of its user and those of no user, latest first, with unanswered counts', async () => {
    const sandbox = await startSandbox()
    await assign(sandbox, '8')
    await sandbox.simulate.message(hello)
    await sandbox.simulate.message({ ...bob, text: 'Hi', name: 'Bob' })
    await sandbox.simulate.message({ chatType: 'vk', chatId: '42', text: 'One' })
    await sandbox.simulate.message({ chatType: 'vk', chatId: '42', text: 'Two' })
    const { opened } = await openWindow(sandbox, { activeChat: bob })
    expect(opened).toMatchObject({
      user: { id: '7', name: 'Kate Moreau' },
      scope: 'global',
      activeChat: bob,
      chats: [
        { chatType: 'vk', chatId: '42', name: '42', unanswered: 2, lastMessage: { text: 'Two' } },
        { ...bob, name: 'Bob', unanswered: 1 },
      ],
    })
  })

  it('of a card lists only the chats of the card, and creates missing ones when it opens', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...bob, text: 'Hi' })
    const filter = [
      { ...ann, name: 'Ann' },
      { chatType: 'vk', chatId: '42' },
    ]
    await getLink(sandbox, { scope: 'card', filter })
    expect((await openWindow(sandbox)).opened.chats).toMatchObject([bob])
    const { opened } = await openWindow(sandbox, { scope: 'card', filter })
    expect(opened.chats.map(({ name }) => name).sort()).toEqual(['42', 'Ann'])
    expect((await openWindow(sandbox)).opened.chats).toHaveLength(3)
  })

  it('of a card keeps the name of an existing chat', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...hello, name: 'Anka' })
    expect((await openWindow(sandbox, card)).opened.chats).toMatchObject([{ name: 'Anka' }])
  })

  it('sends to the customer under the name in its link', async () => {
    const sandbox = await startSandbox()
    const { socket } = await openWindow(sandbox, card)
    const answer = await socket.emitWithAck('send', { ...ann, text: '  Hello, Ann\n', clientMessageId: 'first' })
    expect(answer).toMatchObject({
      ok: true,
      result: { text: 'Hello, Ann', authorName: 'Kate Moreau', status: 'sent' },
    })
    expect(await getMessages(sandbox, ann)).toMatchObject([
      { direction: 'outgoing', text: 'Hello, Ann', author: 'Kate Moreau', status: 'sent' },
    ])
  })

  it('replies through the channel last used with the customer', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...hello, channelId: channelIds.whatsapp })
    await sandbox.simulate.message({ ...hello, channelId: waba })
    const { socket } = await openWindow(sandbox)
    await socket.emitWithAck('send', { ...hello, clientMessageId: 'first' })
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/messages?chatType=whatsapp&chatId=79998887766')
    expect(json).toMatchObject({
      messages: [{ channelId: channelIds.whatsapp }, { channelId: waba }, { channelId: waba, direction: 'outgoing' }],
    })
  })

  it('shows changes made in another window on the same chat', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message(hello)
    const [one, other] = [await openWindow(sandbox), await openWindow(sandbox, card)]
    await one.socket.emitWithAck('send', { ...ann, text: 'Hello, Ann', clientMessageId: 'first' })
    await expect.poll(() => other.told.message).toMatchObject([{ ...ann, text: 'Hello, Ann' }])
    await expect
      .poll(() => other.told.chat.at(-1))
      .toMatchObject({ unanswered: 0, lastMessage: { text: 'Hello, Ann' } })
    sandbox.clock.advance(1_000)
    const { messageId } = other.told.message[0] ?? {}
    await expect.poll(() => other.told.status).toEqual([{ ...ann, messageIds: [messageId], status: 'delivered' }])
    await sandbox.simulate.message(hello)
    await expect.poll(() => other.told.status.at(-1)).toEqual({ ...ann, messageIds: [messageId], status: 'read' })
  })

  it('reads long chats in pages', async () => {
    const sandbox = await startSandbox()
    for (let number = 1; number <= 60; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}` })
    const { socket } = await openWindow(sandbox)
    const latest = await socket.emitWithAck('messages', ann)
    if (!latest.ok) throw new Error(latest.error.message)
    expect(latest.result).toMatchObject({ hasEarlier: true })
    expect(latest.result.messages.map(({ text }) => text)).toEqual(numbered(11, 60))
    const before = latest.result.messages[0]?.position ?? 0
    const earlier = await socket.emitWithAck('messages', { ...ann, before })
    expect(earlier).toMatchObject({ ok: true, result: { hasEarlier: false } })
    expect(earlier.ok && earlier.result.messages.map(({ text }) => text)).toEqual(numbered(1, 10))
  })

  it('hands a contact over to the window of its new user', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message(hello)
    const [seven, eight] = [await openWindow(sandbox), await openWindow(sandbox, { user: { id: '8', name: 'Lee' } })]
    await assign(sandbox, '8')
    await expect.poll(() => seven.told.chats).toEqual([[]])
    await expect.poll(() => eight.told.chats).toMatchObject([[{ ...ann, unanswered: 1 }]])
  })

  it('is empty after a reset, except for the chats of its card', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...hello, name: 'Anka' })
    const [all, one] = [await openWindow(sandbox), await openWindow(sandbox, card)]
    await sandbox.reset()
    await expect
      .poll(() => one.told.opened[1]?.chats)
      .toMatchObject([{ name: 'Ann', unanswered: 0, lastMessage: null }])
    await expect.poll(() => all.told.opened[1]?.chats).toBeDefined()
  })
})

describe('a window may not', () => {
  const others = { ...bob, text: 'Hi', clientMessageId: 'first' }
  const notAllowed = { ok: false, error: { code: 'CHAT_NOT_ALLOWED' } }

  it('read, write or receive anything outside its card', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...bob, text: 'Secret' })
    const { socket, told } = await openWindow(sandbox, card)
    expect(await socket.emitWithAck('messages', bob)).toMatchObject(notAllowed)
    expect(await socket.emitWithAck('send', others)).toMatchObject(notAllowed)
    await sandbox.simulate.message({ ...bob, text: 'Another secret' })
    await sandbox.simulate.message(hello)
    await expect.poll(() => told.message).toMatchObject([ann])
    expect(told.chat.filter(({ chatId }) => chatId === bob.chatId)).toEqual([])
    expect(await getMessages(sandbox, bob)).toHaveLength(2)
  })

  it('read, write or receive anything of another user', async () => {
    const sandbox = await startSandbox()
    await assign(sandbox, '8')
    await sandbox.simulate.message(hello)
    const { socket, told } = await openWindow(sandbox)
    expect(await socket.emitWithAck('messages', ann)).toMatchObject(notAllowed)
    expect(await socket.emitWithAck('send', { ...hello, clientMessageId: 'first' })).toMatchObject(notAllowed)
    await sandbox.simulate.message({ ...ann, text: 'Secret' })
    await sandbox.simulate.message({ ...bob, text: 'Hi' })
    await expect.poll(() => told.message).toMatchObject([bob])
  })

  it('change its user or widen its scope', async () => {
    const sandbox = await startSandbox()
    const { socket } = await openWindow(sandbox, card)
    const forged = { ...hello, clientMessageId: 'first', authorName: 'The boss', user: { id: '1', name: 'The boss' } }
    expect(await socket.emitWithAck('send', forged)).toMatchObject({ ok: true, result: { authorName: 'Kate Moreau' } })
    const wider = { ...others, scope: { kind: 'global' } }
    expect(await socket.emitWithAck('send', wider)).toMatchObject(notAllowed)
  })

  it.each([
    ['no text', { ...ann, text: '', clientMessageId: 'first' }],
    ['a text of spaces', { ...ann, text: '  ', clientMessageId: 'first' }],
    ['a text that is too long', { ...ann, text: 'x'.repeat(10_001), clientMessageId: 'first' }],
    ['no id', { ...ann, text: 'Hello' }],
    ['an unknown messenger', { ...hello, chatType: 'icq', clientMessageId: 'first' }],
    ['nothing', null],
    ['a text', 'Hello'],
  ])('send %s', async (_, request) => {
    const sandbox = await startSandbox()
    const { socket } = await openWindow(sandbox, card)
    // The event is sent as a hostile page would send it, past the types.
    const send = socket.emitWithAck.bind(socket, 'send') as (data: unknown) => Promise<unknown>
    expect(await send(request)).toMatchObject({ ok: false, error: { code: 'INVALID_REQUEST' } })
    expect(await getMessages(sandbox, ann)).toEqual([])
  })

  it('crash the sandbox with an event that has no acknowledgement', async () => {
    const rejections: unknown[] = [] // Each would end a process without listeners for them.
    const collect = (reason: unknown) => rejections.push(reason)
    process.on('unhandledRejection', collect)
    onTestFinished(() => void process.off('unhandledRejection', collect))
    const sandbox = await startSandbox()
    const { socket } = await openWindow(sandbox, card)
    const emit = socket.emit.bind(socket) as (event: string, ...data: unknown[]) => void
    for (const data of [[], [null], [{}, 'not a function'], [hello, 1, 2]]) {
      emit('send', ...data)
      emit('messages', ...data)
    }
    expect(await socket.emitWithAck('messages', ann)).toMatchObject({ ok: true })
    expect(rejections).toEqual([])
  })
})

describe('a link that', () => {
  it.each([
    ['is forged', 'x.y.z'],
    ['is empty', ''],
    ['is missing', undefined],
    ['is no text', { token: 1 }],
  ])('%s opens no window', async (_, token) => {
    const sandbox = await startSandbox()
    expect(await getRefusal(sandbox, token)).toMatchObject({ data: { code: 'LINK_INVALID' } })
  })

  it('has expired opens no window, and gives the reason', async () => {
    const sandbox = await startSandbox()
    const token = getToken(await getLink(sandbox))
    sandbox.clock.advance(8 * 60 * 60 * 1000 + 1_000) // Links end with a full second.
    expect(await getRefusal(sandbox, token)).toMatchObject({
      message: 'This link has expired. Request a new one.',
      data: { code: 'LINK_EXPIRED' },
    })
  })

  it('expires closes its window with a reason', async () => {
    const sandbox = await startSandbox({ linkLifetimeMs: 60_000 })
    const { socket, told } = await openWindow(sandbox)
    sandbox.clock.advance(61_000)
    await expect.poll(() => socket.connected).toBe(false)
    expect(told.expired).toHaveLength(1)
  })

  it('has just expired by the clock rejects further sends', async () => {
    let time = 1_800_000_000_000
    const sandbox = await startSandbox({ clock: () => time, linkLifetimeMs: 3_600_000 })
    const { socket } = await openWindow(sandbox, card)
    time += 3_600_000
    const answer = await socket.emitWithAck('send', { ...hello, clientMessageId: 'first' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'LINK_EXPIRED' } })
  })
})

function getRefusal(sandbox: Sandbox, token: unknown): Promise<Error> {
  return new Promise((resolve) => connectWithToken(sandbox, token).on('connect_error', resolve))
}

function numbered(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `Message ${from + index}`)
}
