import { text } from 'node:stream/consumers'
import type { Message, MessageRequest } from '@crm-chat/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { whatomate } from '../../src/backends/whatomate/backend.ts'
import { createMediaIds } from '../../src/backends/whatomate/mediaIds.ts'
import { startUpstream } from '../startUpstream.ts'
import { ann, kate } from './people.ts'
import { need, type Opened, shareSandbox } from './vendors.ts'

const open = shareSandbox()
const { signal } = new AbortController()
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Calls the server itself. */
async function call({ account, url }: Opened, path: string): Promise<unknown> {
  const response = await fetch(`${url}/whatomate${path}`, { headers: { 'x-api-key': account.whatomateKey } })
  return response.json()
}

interface Contact {
  id: string
  phone_number: string
  unread_count: number
  assigned_user_id?: string
}

async function contactOf(opened: Opened, phone: string = ann.chatId): Promise<Contact> {
  const { data } = (await call(opened, `/api/contacts?search=${phone}`)) as { data: { contacts: Contact[] } } // Of the sandbox.
  const [contact] = data.contacts
  if (!contact) throw new Error('There is no such contact.')
  return contact
}

async function readAll(opened: Opened, conversationId: string, limit: number): Promise<Message[]> {
  const { page } = need(opened.backend, 'conversation')
  const messages: Message[] = []
  let before: string | null | undefined
  for (let pages = 0; before !== null && pages < 20; pages += 1) {
    const read = await page({ conversationId, before: before ?? undefined, limit, signal })
    messages.unshift(...read.messages)
    before = read.before
  }
  return messages
}

describe('a conversation of Whatomate', () => {
  it('is read page by page back to its first message, and nothing is marked as read', async () => {
    const opened = await open('whatomate')
    for (let number = 1; number <= 25; number += 1) {
      await opened.account.simulate.message({ ...ann, text: `Message ${number}` })
      opened.account.clock.advance(1_000)
    }
    const contact = await contactOf(opened)
    const messages = await readAll(opened, contact.id, 10)
    expect(messages.map((message) => message.text)).toEqual(
      Array.from({ length: 25 }, (_, index) => `Message ${index + 1}`),
    )
    expect(messages[0]).toEqual({
      id: expect.any(String),
      chat: ann,
      conversationId: contact.id,
      channelId: expect.any(String),
      direction: 'incoming',
      type: 'text',
      text: 'Message 1',
      status: 'received',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    expect((await contactOf(opened)).unread_count).toBe(25)
  })

  it('shows buttons, lists and links of its messages, and why one was not delivered', async () => {
    const opened = await open('whatomate')
    await opened.account.simulate.message({ ...ann, text: 'Hi' })
    const { send } = need(opened.backend, 'messages')
    const rows = ['One', 'Two', 'Three', 'Four'].map((title) => ({ id: title, title }))
    const keyboards: MessageRequest['keyboard'][] = [
      { type: 'buttons', buttons: [{ text: 'Yes' }, { text: 'No' }] },
      { type: 'list', sections: [{ rows }] },
      { type: 'link', text: 'Open', url: 'https://example.com/orders/1' },
    ]
    for (const keyboard of keyboards) {
      opened.account.clock.advance(1_000)
      await send({ user: kate, request: { to: ann, text: 'Choose', keyboard } })
    }
    await opened.account.simulate.customer({ ...ann, standing: 'noAccount' })
    await send({ user: kate, request: { to: ann, text: 'Are you there?' } })
    const { id } = await contactOf(opened)
    await expect.poll(async () => (await readAll(opened, id, 10)).at(-1)?.status).toBe('failed')
    const [, ...sent] = await readAll(opened, id, 10)
    expect(sent).toMatchObject([
      { type: 'interactive', text: 'Choose', buttons: [{ text: 'Yes' }, { text: 'No' }] },
      { type: 'interactive', buttons: rows.map(({ title }) => ({ text: title })) },
      { type: 'interactive', buttons: [{ text: 'Open', url: 'https://example.com/orders/1' }] },
      { status: 'failed', explanation: expect.stringContaining('undeliverable') },
    ])
    expect(sent[0]).not.toHaveProperty('explanation')
  })

  it('belongs to a chat, by which the CRM allows it or not', async () => {
    const opened = await open('whatomate')
    await opened.account.simulate.message({ ...ann, text: 'Hi' })
    const { chatOf } = need(opened.backend, 'conversation')
    expect(await chatOf({ conversationId: (await contactOf(opened)).id, signal })).toEqual(ann)
    expect(await chatOf({ conversationId: '7e3f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd', signal })).toBeUndefined()
    for (const conversationId of ['../contacts', 'x', '']) {
      expect(await chatOf({ conversationId, signal })).toBeUndefined()
    }
  })

  it('has no page before a cursor that is none', async () => {
    const opened = await open('whatomate')
    await opened.account.simulate.message({ ...ann, text: 'Hi' })
    const { page } = need(opened.backend, 'conversation')
    const conversationId = (await contactOf(opened)).id
    await expect(page({ conversationId, before: 'x', limit: 10, signal })).rejects.toMatchObject({
      code: 'invalid_request',
    })
    const unknown = { conversationId: '7e3f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd', before: undefined, limit: 10, signal }
    await expect(page(unknown)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is marked as read up to its last message, and not while a newer one is unseen', async () => {
    const opened = await open('whatomate')
    const { messageId: first } = await opened.account.simulate.message({ ...ann, text: 'One' })
    opened.account.clock.advance(1_000)
    await opened.account.simulate.message({ ...ann, text: 'Two' })
    const { id } = await contactOf(opened)
    const messages = await readAll(opened, id, 10)
    const { markRead } = need(opened.backend, 'conversation')
    await markRead({ conversationId: id, messageId: messages[0]?.id ?? first })
    expect((await contactOf(opened)).unread_count).toBe(2)
    await markRead({ conversationId: id, messageId: messages[1]?.id ?? '' })
    expect((await contactOf(opened)).unread_count).toBe(0)
  })
})

describe('a file of Whatomate', () => {
  async function sendPicture(opened: Opened): Promise<NonNullable<Message['file']>> {
    const file = { name: 'cat.png', type: 'image/png', data: png.toString('base64') }
    await opened.account.simulate.message({ ...ann, file })
    const [message] = await readAll(opened, (await contactOf(opened)).id, 10)
    expect(message).toMatchObject({ type: 'image', file: { name: 'cat.png' } })
    if (!message?.file) throw new Error('There is no file.')
    return message.file
  }

  it('is read by the id that its message came with', async () => {
    const opened = await open('whatomate')
    const { mediaId } = await sendPicture(opened)
    const media = need(opened.backend, 'media')
    const { body, mimeType } = await media.open({ mediaId, url: undefined, signal })
    expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(png)
    expect(mimeType).toBe('image/png')
    expect(await media.chatOf?.({ mediaId, signal })).toEqual(ann)
  })

  it('is not read by an id that was made up, of another conversation, or signed with another key', async () => {
    const opened = await open('whatomate')
    const { mediaId } = await sendPicture(opened)
    const media = need(opened.backend, 'media')
    const [contactId = '', messageId = '', signature = ''] = mediaId.split('.')
    const other = whatomate({ apiKey: `whm_${'1'.repeat(32)}`, baseUrl: `${opened.url}/whatomate` })
    const before = opened.account.requests().length
    for (const wrong of [
      messageId,
      `${contactId}.${messageId}`,
      `${contactId}.${messageId}.`,
      `${contactId}.${messageId}.${'A'.repeat(43)}`,
      `${messageId}.${contactId}.${signature}`,
      `${mediaId}.x`,
      `${contactId}.../../contacts.${signature}`,
    ]) {
      await expect(media.open({ mediaId: wrong, url: undefined, signal })).rejects.toMatchObject({ code: 'not_found' })
      await expect(media.chatOf?.({ mediaId: wrong, signal })).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(need(other, 'media').open({ mediaId, url: undefined, signal })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(opened.account.requests()).toHaveLength(before)
  })

  it.each([
    ['a picture', 'image/png', 'image'],
    ['a sheet', 'application/vnd.ms-excel', 'document'],
    ['a picture that WhatsApp does not show', 'image/tiff', 'document'],
  ])('goes to the server with its message: %s', async (_, mimeType, type) => {
    const opened = await open('whatomate')
    await opened.account.simulate.message({ ...ann, text: 'Hi' })
    const request: MessageRequest = { to: ann, fileUrl: 'https://crm.example.com/files/1' }
    const file = { bytes: new Uint8Array(png), name: 'cat', mimeType }
    const { messageId } = await need(opened.backend, 'messages').send({ user: kate, request, file })
    const messages = await readAll(opened, (await contactOf(opened)).id, 10)
    expect(messages.at(-1)).toMatchObject({ id: messageId, type, file: { name: 'cat', mimeType } })
    const mediaId = messages.at(-1)?.file?.mediaId ?? ''
    const { body } = await need(opened.backend, 'media').open({ mediaId, url: undefined, signal })
    expect((await text(body)).length).toBeGreaterThan(0)
  })

  it('has a caption, which a sound cannot have', async () => {
    const opened = await open('whatomate')
    await opened.account.simulate.message({ ...ann, text: 'Hi' })
    const { send } = need(opened.backend, 'messages')
    const request: MessageRequest = { to: ann, fileUrl: 'https://crm.example.com/files/1', caption: 'The cat' }
    const file = { bytes: new Uint8Array(png), name: 'cat.png', mimeType: 'image/png' }
    await send({ user: kate, request, file })
    await expect(send({ user: kate, request, file: { ...file, mimeType: 'audio/ogg' } })).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringContaining('caption'),
    })
    const long = { ...request, caption: 'a'.repeat(1_025) }
    await expect(send({ user: kate, request: long, file })).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringContaining('caption'),
    })
    const messages = await readAll(opened, (await contactOf(opened)).id, 10)
    expect(messages).toMatchObject([{ text: 'Hi' }, { type: 'image', text: 'The cat', file: { name: 'cat.png' } }])
  })
})

it('a file of more than 50 MB, or behind a redirect, is not handed over', async () => {
  const upstream = await startUpstream()
  onTestFinished(() => upstream.close())
  const key = `whm_${'0'.repeat(32)}`
  const place = { contactId: '7e3f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd', messageId: '7e3f0c9a-0002-4c1c-9b9c-6aa7bb8cc9dd' }
  const mediaId = await createMediaIds({ key, secrets: () => [] }).sign(place)
  const { open: openMedia } = need(whatomate({ apiKey: key, baseUrl: upstream.url }), 'media')
  upstream.onRequest((response) => response.writeHead(200, { 'content-length': 50 * 1024 * 1024 + 1 }).write('a'))
  await expect(openMedia({ mediaId, url: undefined, signal })).rejects.toMatchObject({ code: 'upstream_invalid' })
  upstream.onRequest((response) => response.writeHead(302, { location: `${upstream.url}/other` }).end())
  await expect(openMedia({ mediaId, url: undefined, signal })).rejects.toMatchObject({ code: 'upstream_invalid' })
  expect(upstream.requests.map(({ url }) => url)).toEqual(Array(2).fill(`/api/media/${place.messageId}`))
})

describe('a template of Whatomate', () => {
  const shipped = '7e3f0c9a-0003-4c1c-9b9c-6aa7bb8cc9dd'
  const send = ({ backend }: Opened, template: MessageRequest['template']) =>
    need(backend, 'messages').send({ user: kate, request: { to: ann, template } })

  it('is listed with its text, status and buttons', async () => {
    const { backend } = await open('whatomate')
    const templates = await need(backend, 'templates').list({ signal })
    expect(templates).toContainEqual({
      id: shipped,
      name: 'order_shipped',
      status: 'approved',
      language: 'en',
      category: 'UTILITY',
      body: '{{name}}, your order {{order_id}} is on its way.',
      buttons: [{ text: 'Track it', url: expect.stringContaining('{{1}}') }],
    })
  })

  it('is listed unless it has a file at its top, for which a message has no place', async () => {
    const headers = [undefined, null, '', 'NONE', 'TEXT', 'text', 'IMAGE', 'video', 'DOCUMENT', 'LOCATION']
    const templates = headers.map((header_type, index) => ({
      id: String(index),
      name: JSON.stringify(header_type ?? 'none'),
      status: 'APPROVED',
      language: 'en',
      body_content: 'Hello',
      header_type,
    }))
    const { backend } = await open('whatomate')
    const scripted = whatomate({
      apiKey: `whm_${'0'.repeat(32)}`,
      baseUrl: 'https://chat.example',
      fetch: async () =>
        Response.json({ status: 'success', data: { templates, total: templates.length, page: 1, limit: 50 } }),
    })
    const names = (await need(scripted, 'templates').list({ signal })).map(({ name }) => name)
    expect(names).toEqual(['"none"', '"none"', '""', '"NONE"', '"TEXT"', '"text"'])
    expect((await need(backend, 'templates').list({ signal })).length).toBeGreaterThan(0)
  })

  it('is sent to a number that has no contact yet, with its values by name and the value of its link', async () => {
    const opened = await open('whatomate')
    await send(opened, { id: shipped, values: ['Ann', '12345'], buttonPayloads: ['12345'] })
    expect(opened.account.requests({ operation: 'whatomate.sendTemplate' })).toMatchObject([
      {
        body: {
          phone_number: ann.chatId,
          template_id: shipped,
          template_params: { name: 'Ann', order_id: '12345' },
          button_params: { '0': '12345' },
        },
      },
    ])
    const messages = await readAll(opened, (await contactOf(opened)).id, 10)
    expect(messages).toMatchObject([{ type: 'template', text: 'Ann, your order 12345 is on its way.' }])
  })

  it('takes the value of a link after those of its texts, too', async () => {
    const opened = await open('whatomate')
    await send(opened, { id: shipped, values: ['Ann', '12345', 'a7'] })
    expect(opened.account.requests({ operation: 'whatomate.sendTemplate' })).toMatchObject([
      { body: { template_params: { name: 'Ann', order_id: '12345' }, button_params: { '0': 'a7' } } },
    ])
  })

  it.each([
    [{ id: shipped, values: ['a', 'b', 'c', 'd'] }, 'invalid_request', /^template\.values: /],
    [
      { id: '7e3f0c9a-0002-4c1c-9b9c-6aa7bb8cc9dd', buttonPayloads: ['x'] },
      'invalid_request',
      /^template\.buttonPayloads\.0: /,
    ],
    [{ id: shipped, values: ['Ann'] }, 'invalid_request', /variable of the template has no value/],
    [{ id: '7e3f0c9a-0005-4c1c-9b9c-6aa7bb8cc9dd' }, 'upstream_refused', /not approved/],
    [{ id: '7e3f0c9a-0009-4c1c-9b9c-6aa7bb8cc9dd' }, 'invalid_request', /no such template/],
  ])('is refused in words: %j', async (template, code, message) => {
    await expect(send(await open('whatomate'), template)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })
})

it('a text does not begin a chat: there is no contact, and only a template may write first', async () => {
  const { backend, account } = await open('whatomate')
  const sent = need(backend, 'messages').send({ user: kate, request: { to: ann, text: 'Hello' } })
  await expect(sent).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringMatching(/^to\.chatId: /) })
  expect(account.requests({ operation: 'whatomate.sendMessage' })).toEqual([])
})

it('a message goes out from the named account', async () => {
  const { backend, account } = await open('whatomate')
  await account.simulate.message({ ...ann, text: 'Hi' })
  const sent = need(backend, 'messages').send({ user: kate, request: { channelId: 'Nobody', to: ann, text: 'Hello' } })
  await expect(sent).rejects.toMatchObject({
    code: 'invalid_request',
    message: 'The server has no such WhatsApp account.',
  })
})

it('a webhook is refused without its signature, or with one of another body', async () => {
  const { backend } = await open('whatomate')
  const { read } = need(backend, 'webhooks')
  const body = new TextEncoder().encode('{"event":"message.incoming","data":{}}')
  for (const header of [undefined, '', 'sha256=', `sha256=${'0'.repeat(64)}`]) {
    await expect(read({ header: () => header, body })).rejects.toMatchObject({ code: 'forbidden' })
  }
})

it('counts a user’s own chats and nobody’s in red, those of others in grey, and marks nothing as read', async () => {
  const opened = await open('whatomate')
  await opened.account.simulate.message({ ...ann, text: 'Hi' })
  const contact = await contactOf(opened)
  const { data } = (await call(opened, '/api/users')) as { data: { users: { id: string }[] } } // Of the sandbox.
  const [other] = data.users
  await fetch(`${opened.url}/whatomate/api/contacts/${contact.id}/assign`, {
    method: 'PUT',
    headers: { 'x-api-key': opened.account.whatomateKey, 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: other?.id }),
  })
  const backend = whatomate({
    apiKey: opened.account.whatomateKey,
    baseUrl: `${opened.url}/whatomate`,
    toVendorUser: (id) => (id === kate.id ? (other?.id ?? '') : id),
  })
  const values: Record<string, unknown[]> = { [kate.id]: [], stranger: [] }
  const stops = Object.entries(values).map(([userId, list]) =>
    need(
      backend,
      'watchUnanswered',
    )({
      userId,
      onValue: ({ count, tone }) => list.push({ count, tone }),
      onOutage: () => {},
      isUrgent: () => true,
    }),
  )
  await expect.poll(() => values[kate.id]).toEqual([{ count: 1, tone: 'red' }])
  await expect.poll(() => values.stranger).toEqual([{ count: 1, tone: 'grey' }])
  for (const stop of stops) stop()
  expect((await contactOf(opened)).unread_count).toBe(1)
})

it('lists its accounts as channels where the CRM names them', async () => {
  const { account, url } = await open('whatomate')
  const options = { apiKey: account.whatomateKey, baseUrl: `${url}/whatomate` }
  expect(whatomate(options).channels).toBeUndefined()
  const { list } = need(whatomate({ ...options, accounts: ['main', 'support'] }), 'channels')
  expect(await list({ signal })).toMatchObject([
    { id: 'main', transport: 'wapi', chatType: 'whatsapp', name: 'main', state: 'active' },
    { id: 'support', transport: 'wapi', chatType: 'whatsapp', name: 'support', state: 'active' },
  ])
})
