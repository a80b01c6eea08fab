import { isWhatomateError, VendorAuthError, type Whatomate } from '@crm-chat/vendors/whatomate'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { whatomateExamples as examples } from '../../../test/fixtures/whatomateExamples.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate, createWhatomateClient } from '../../../test/whatomateClient.ts'
import type { Sandbox } from '../../index.ts'

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
const wamid = expect.stringMatching(/^wamid\./)
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)

/** A sandbox that Ann has written to, and her contact. */
async function startWithAnn(options: Parameters<typeof startSandbox>[0] = {}) {
  const sandbox = await startSandbox(options)
  const client = createWhatomateClient(sandbox)
  await sandbox.simulate.message({ ...ann, text: 'Hello!', name: 'Ann' })
  return { sandbox, client, contact_id: await findId(client) }
}

async function findId(client: Whatomate): Promise<string> {
  const [contact] = await collect(client.listContacts({ search: ann.chatId }))
  return contact?.id ?? ''
}

const startDocumented = () => startWithAnn({ quirks: ['whatomate.docs2025'] })

describe('messages of Whatomate, by the documents of 2025', () => {
  it('are listed', async () => {
    const { sandbox, contact_id } = await startDocumented()
    const { json } = await callWhatomate(sandbox, `GET /api/contacts/${contact_id}/messages`)
    expect(json).toEqual({
      status: 'success',
      data: {
        items: [
          {
            id: uuid,
            wa_message_id: wamid,
            contact_id,
            direction: 'incoming',
            type: 'text',
            content: { text: 'Hello!' },
            status: 'delivered',
            timestamp: time,
          },
        ],
        total: 1,
        page: 1,
        limit: 50,
      },
    })
  })

  it('are sent: a text', async () => {
    const { sandbox, contact_id } = await startDocumented()
    const route = `POST /api/contacts/${contact_id}/messages`
    const { status, json } = await callWhatomate(sandbox, route, examples['Send a text message'])
    const data = { id: uuid, wa_message_id: wamid, status: 'sent', timestamp: time }
    expect({ status, json }).toEqual({ status: 200, json: { status: 'success', data } })
    expect((await getMessages(sandbox, ann))[1]).toMatchObject({ text: examples['Send a text message'].text })
  })

  it.each([
    ['to a phone number', 'Send a template, to a phone number', 'Hello World'],
    ['with named parameters', 'Send a template, with named parameters', 'Hello John, your order 12345 is ready.'],
    [
      'with positional parameters',
      'Send a template, with positional parameters',
      'Hello John, your order 12345 is ready.',
    ],
    ['with a URL button', 'Send a template, with a URL button', 'John, your order 12345 is on its way.'],
  ] as const)('are sent: a template %s', async (_, section, text) => {
    const { sandbox, contact_id } = await startDocumented()
    const example = examples[section]
    const phone = 'phone_number' in example ? example.phone_number : ann.chatId
    const body = 'phone_number' in example ? example : { contact_id, ...example }
    const { json } = await callWhatomate(sandbox, 'POST /api/messages/template', body)
    const { template_name } = example
    expect(json).toEqual({
      status: 'success',
      data: { message_id: uuid, phone_number: phone, status: 'pending', template_name },
    })
    const sent = await getMessages(sandbox, { chatType: 'whatsapp', chatId: phone })
    expect(sent.at(-1)).toMatchObject({ text })
  })

  it('are sent: an image by its link', async () => {
    const { sandbox, contact_id } = await startDocumented()
    const body = { contact_id, ...examples['Send an image'] }
    const { json } = await callWhatomate(sandbox, 'POST /api/messages/media', body)
    expect(json).toEqual({ status: 'success', data: { id: uuid, wa_message_id: wamid, status: 'sent' } })
  })

  it.each(['Send buttons', 'Send a link'] as const)('are sent: %s', async (section) => {
    const { sandbox, contact_id } = await startDocumented()
    const { json } = await callWhatomate(sandbox, `POST /api/contacts/${contact_id}/messages`, examples[section])
    expect(json).toMatchObject({ status: 'success', data: { id: uuid, wa_message_id: wamid, status: 'sent' } })
  })

  it('are marked as read', async () => {
    const { sandbox, client, contact_id } = await startDocumented()
    const { messages } = await client.fetchMessages({ contact_id })
    const { json } = await callWhatomate(sandbox, `PUT /api/messages/${messages[0]?.id}/read`)
    expect(json).toEqual({ status: 'success', data: null })
    expect((await client.fetchMessages({ contact_id })).messages).toMatchObject([{ status: 'read' }])
  })
})

describe('the client of Whatomate, on messages of the sandbox', () => {
  it('sends a text, which reaches the phone by the clock', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    const sent = await client.sendMessage({ contact_id, type: 'text', text: 'Hello, Ann' })
    expect(sent).toMatchObject({ id: uuid, status: 'pending', wamid: undefined })
    const last = async () => (await client.fetchMessages({ contact_id })).messages.at(-1)
    sandbox.clock.advance(200)
    await expect.poll(last).toMatchObject({ content: { body: 'Hello, Ann' }, status: 'sent', wamid })
    sandbox.clock.advance(1_000)
    await expect.poll(last).toMatchObject({ id: sent.id, status: 'delivered' })
  })

  it('sends buttons, and a list of many', async () => {
    const { client, contact_id } = await startWithAnn()
    await client.sendMessage({ contact_id, ...examples['Send buttons'], interactive: toMutable(2) })
    await client.sendMessage({ contact_id, type: 'interactive', interactive: toMutable(4) })
    const { messages } = await client.fetchMessages({ contact_id })
    expect(messages.slice(1)).toMatchObject([
      { message_type: 'interactive', interactive_data: { type: 'button', buttons: [{}, {}] } },
      { message_type: 'interactive', interactive_data: { type: 'list', rows: [{}, {}, {}, {}] } },
    ])
  })

  it('replies to a message', async () => {
    const { client, contact_id } = await startWithAnn()
    const { messages } = await client.fetchMessages({ contact_id })
    const reply_to_message_id = messages[0]?.id
    await client.sendMessage({ contact_id, type: 'text', text: 'Hi', reply_to_message_id })
    expect((await client.fetchMessages({ contact_id })).messages[1]).toMatchObject({ reply_to_message_id })
  })

  it('sends a file and fetches it', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    const file = new Blob(['a picture'], { type: 'image/png' })
    const { id } = await client.sendMedia({ contact_id, type: 'image', file, filename: 'door.png', caption: 'Red' })
    const headers = { 'x-api-key': `whm_${'0'.repeat(32)}` }
    const media = await fetch(`${sandbox.url}/whatomate/api/media/${id}`, { headers })
    expect([media.headers.get('content-type'), await media.text()]).toEqual(['image/png', 'a picture'])
    expect((await client.fetchMessages({ contact_id })).messages[1]).toMatchObject({
      message_type: 'image',
      content: { body: 'Red' },
      media_mime_type: 'image/png',
      media_filename: 'door.png',
    })
  })

  it.each(['image/svg+xml', 'text/html'])('cannot turn a file of type %s into a page of the sandbox', async (type) => {
    const { sandbox, client, contact_id } = await startWithAnn()
    const file = new Blob(['<script>alert(1)</script>'], { type })
    const { id } = await client.sendMedia({ contact_id, type: 'document', file, filename: 'page', caption: '' })
    const headers = { 'x-api-key': `whm_${'0'.repeat(32)}` }
    const media = await fetch(`${sandbox.url}/whatomate/api/media/${id}`, { headers })
    expect(media.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(media.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(media.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('pages back from the newest message to the first', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    for (let number = 1; number < 130; number++) {
      sandbox.clock.advance(1_000)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}` })
    }
    const texts = (await collect(client.listMessages({ contact_id }))).map(({ content }) => content.body)
    expect(texts).toHaveLength(130)
    expect([texts[0], texts.at(-1)]).toEqual(['Message 129', 'Hello!'])
  })

  it('marks messages as read with the first page only, or on request', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    const unread = async () => (await client.fetchContact({ contact_id })).unread_count
    await client.fetchMessages({ contact_id })
    expect(await unread()).toBe(1)
    await client.fetchMessages({ contact_id, mark_read: true })
    expect(await unread()).toBe(0)
    await sandbox.simulate.message({ ...ann, text: 'Hello?' })
    expect(await unread()).toBe(1)
    await client.markContactRead({ contact_id })
    expect(await unread()).toBe(0)
  })

  it.each([
    [
      'INVALID_API_KEY',
      (client: Whatomate) => client.fetchContact({ contact_id: '0c8d2b3e-6a3f-4f6e-9d8b-1a2b3c4d5e6f' }),
    ],
  ] as const)('is rejected with %s', async (code, ask) => {
    const sandbox = await startSandbox()
    const error = await ask(createWhatomateClient(sandbox, { apiKey: sandbox.apiKey })).catch((cause: unknown) => cause)
    expect(isWhatomateError(error, code)).toBe(true)
    expect(error).toBeInstanceOf(VendorAuthError)
  })

  it.each([
    ['CONTACT_NOT_FOUND', { contact_id: '0c8d2b3e-6a3f-4f6e-9d8b-1a2b3c4d5e6f', template_name: 'hello_world' }],
    ['TEMPLATE_NOT_FOUND', { phone_number: '919876543210', template_name: 'nothing' }],
    ['TEMPLATE_NOT_APPROVED', { phone_number: '919876543210', template_name: 'not_yet_approved' }],
    ['TEMPLATE_PARAMETERS_MISSING', { phone_number: '919876543210', template_name: 'order_shipped' }],
  ] as const)('is rejected for a template with %s', async (code, parameters) => {
    const sandbox = await startSandbox()
    const error = await createWhatomateClient(sandbox)
      .sendTemplate(parameters)
      .catch((cause: unknown) => cause)
    expect(isWhatomateError(error, code)).toBe(true)
  })

  it('is rejected for an opted-out customer, an unknown WhatsApp account and a missing read mark', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    await callWhatomate(sandbox, `PUT /api/contacts/${contact_id}`, { marketing_opt_out: true })
    const outcomes = await Promise.all(
      [
        client.sendTemplate({ contact_id, template_name: 'spring_sale' }),
        client.sendMessage({ contact_id, type: 'text', text: 'Hi', whatsapp_account: 'Another' }),
        client.markMessageRead({ message_id: 'any' }),
      ].map((call) => call.catch((error: unknown) => error)),
    )
    expect(isWhatomateError(outcomes[0], 'MARKETING_OPTED_OUT')).toBe(true)
    expect(isWhatomateError(outcomes[1], 'ACCOUNT_NOT_RESOLVED')).toBe(true)
    expect(outcomes[2]).toMatchObject({ status: 501 })
  })
})

function toMutable(count: number) {
  const buttons = Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, title: `Choice ${index}` }))
  return count > 3
    ? { type: 'list' as const, body: 'Which?', buttons }
    : { type: 'button' as const, body: 'Which?', buttons }
}

/** Sends without the client's checks, as the documents say the server makes none. */
function sendUnchecked(sandbox: Sandbox, contact_id: string, body: object) {
  return callWhatomate(sandbox, `POST /api/contacts/${contact_id}/messages`, body)
}

describe('an invalid message of Whatomate', () => {
  it.each([
    ['an empty text', { type: 'text', text: 'in the wrong place' }, /text\.body/],
    ['an unknown type', { type: 'dance', content: { body: 'x' } }, /^unsupported message type: dance$/],
    [
      'buttons without buttons',
      { type: 'interactive', interactive: { type: 'button', body: 'x' } },
      /at least one button/,
    ],
  ])('is accepted and fails later: %s', async (_, body, reason) => {
    const { sandbox, client, contact_id } = await startWithAnn()
    expect(await sendUnchecked(sandbox, contact_id, body)).toMatchObject({ status: 200 })
    sandbox.clock.advance(1_200)
    await expect
      .poll(async () => (await client.fetchMessages({ contact_id })).messages[1])
      .toMatchObject({ status: 'failed', error_message: expect.stringMatching(reason) })
  })

  it('is rejected if it cannot be parsed', async () => {
    const { sandbox, contact_id } = await startWithAnn()
    expect(await sendUnchecked(sandbox, 'no-uuid', { type: 'text' })).toMatchObject({
      status: 400,
      json: { status: 'error', message: 'Invalid contact ID', data: null },
    })
    expect(await callWhatomate(sandbox, `POST /api/contacts/${contact_id}/messages`)).toMatchObject({
      status: 400,
      json: { message: 'Invalid request body' },
    })
    expect(await callWhatomate(sandbox, 'POST /api/messages/media', { contact_id })).toMatchObject({
      status: 400,
      json: { message: 'Invalid multipart form' },
    })
  })

  it('fails 24 hours after the last message of the customer, with the quirk for it', async () => {
    const { sandbox, client, contact_id } = await startWithAnn({ quirks: ['whatomate.serviceWindow'] })
    sandbox.clock.advance(24 * 60 * 60 * 1000)
    await client.sendMessage({ contact_id, type: 'text', text: 'Hello again' })
    sandbox.clock.advance(1_200)
    await expect
      .poll(async () => (await client.fetchMessages({ contact_id })).messages[1])
      .toMatchObject({ status: 'failed', error_message: expect.stringContaining('131047') })
  })
})
