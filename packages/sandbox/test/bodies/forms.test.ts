import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'

type Value = string | number | boolean | null | Value[] | { [name: string]: Value }

/** Writes a form as PHP's `http_build_query` does: without nulls, and with 1 and 0 for true and false. */
function toForm(value: Value, name = ''): string {
  if (value === null) return ''
  if (typeof value !== 'object') {
    const text = typeof value === 'boolean' ? Number(value) : value
    return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`
  }
  const fields = Object.entries(value).map(([key, inner]) => toForm(inner, name === '' ? key : `${name}[${key}]`))
  return fields.filter((field) => field !== '').join('&')
}

const contentType = 'application/x-www-form-urlencoded'
const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, it’s 5 & 6 + 7' }

describe('a form', () => {
  it.each([
    ['POST /v2/send_message', 'Basic', 201],
    ['POST /v3/message', 'Bearer', 201],
  ])('is taken for a body of %s', async (route, scheme, status) => {
    const sandbox = await startSandbox()
    const headers = { authorization: `${scheme} ${sandbox.apiKey}`, 'content-type': contentType }
    const answer = await callSandbox(sandbox, route, { rawBody: toForm({ ...message, refMessageId: '' }), headers })
    expect(answer.status).toBe(status)
    expect(await getMessages(sandbox, ann)).toMatchObject([{ text: message.text }])
    expect(sandbox.requests({ body: { text: message.text } })).toHaveLength(1)
  })

  it('may be nested, and a list', async () => {
    const sandbox = await startSandbox()
    const headers = { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': `${contentType}; charset=UTF-8` }
    const contact = { id: 1, responsibleUserId: 7, name: 'Ann', contactData: [ann], uri: '' }
    const rawBody = toForm([contact])
    expect(await callSandbox(sandbox, 'POST /v3/contacts', { rawBody, headers })).toMatchObject({ status: 200 })
    const { uri: _, ...saved } = contact
    expect(await createV3Client(sandbox).fetchContact('1')).toEqual({ ...saved, id: '1', responsibleUserId: '7' })
  })

  it('has its switches and numbers as texts', async () => {
    const sandbox = await startSandbox()
    const { url: webhooksUri } = await startReceiver()
    const send = (route: string, body: Value, authorization: string) =>
      callSandbox(sandbox, route, { rawBody: toForm(body), headers: { authorization, 'content-type': contentType } })
    const subscriptions = { messagesAndStatuses: true, channelsUpdates: false }
    const bearer = `Bearer ${sandbox.apiKey}`
    expect(await send('PATCH /v3/webhooks', { webhooksUri, subscriptions }, bearer)).toMatchObject({ text: 'OK' })
    expect((await createV3Client(sandbox).fetchWebhooks()).subscriptions).toMatchObject(subscriptions)
    const recipient = { chat_type: 'whatsapp', chat_id: 79_998_887_766 }
    const tech = { channel_id: channelIds.whatsapp, recipient, text: 'Hello', reset_unanswered: false }
    expect(await send('POST /tech/v2/messages', tech, bearer)).toMatchObject({ status: 200 })
    const account = { name: 'Shop', lang: 'en', currency: 'EUR', country: 'EU', timezone: 2 }
    const partner = `Basic ${Buffer.from('partner@example.com:sandbox_partner').toString('base64')}`
    expect(await send('POST /tech/v2/accounts', account, partner)).toMatchObject({ status: 200 })
  })

  it('is refused where it is none, in the words of the API', async () => {
    const sandbox = await startSandbox()
    const headers = { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': contentType }
    const answer = await callSandbox(sandbox, 'POST /v3/message', { rawBody: '[object Object]', headers })
    expect(answer).toMatchObject({ status: 400, json: { error: 'VALIDATION_ERROR' } })
  })

  it('is still read as JSON if that is what it is, as curl sends it without a type', async () => {
    const sandbox = await startSandbox()
    const headers = { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': contentType }
    expect(await callSandbox(sandbox, 'POST /v3/message', { body: message, headers })).toMatchObject({ status: 201 })
  })
})
