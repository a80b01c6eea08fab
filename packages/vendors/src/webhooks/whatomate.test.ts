import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidParametersError, InvalidWebhookError } from '../errors.ts'
import { webhookEvents } from '../whatomate/webhookPayloads.ts'
import { parseWebhook } from './parseWebhook.ts'

const secret = 'the-secret-of-the-webhook'
const message = {
  message_id: 'm-1',
  contact_id: 'c-1',
  contact_phone: '919876500000',
  contact_name: 'Ann',
  message_type: 'text',
  content: 'Hello! Привет!',
  whatsapp_account: 'Main',
}

function bodyOf(event: string, data: unknown): string {
  return JSON.stringify({ event, timestamp: '2026-01-01T00:00:00Z', data })
}

function sign(body: string | Uint8Array): Record<string, string> {
  return { 'X-Webhook-Signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }
}

describe('a Whatomate webhook', () => {
  it('is read when its signature is right, over text and over bytes', async () => {
    const body = bodyOf('message.incoming', message)
    for (const given of [body, Buffer.from(body)]) {
      await expect(parseWebhook('whatomate', new Headers(sign(body)), given, { secret })).resolves.toEqual([
        {
          kind: 'message',
          vendor: 'whatomate',
          at: '2026-01-01T00:00:00.000Z',
          deduplicationKey: 'message:m-1',
          message: {
            id: 'm-1',
            channelId: 'Main',
            chat: { chatType: 'whatsapp', chatId: '919876500000' },
            direction: 'incoming',
            type: 'text',
            text: 'Hello! Привет!',
            contact: { id: 'c-1', name: 'Ann', phone: '919876500000' },
          },
          raw: message,
        },
      ])
    }
  })

  it('is refused without a signature, with that of another body, and with half of one', async () => {
    const body = bodyOf('message.incoming', message)
    const right = sign(body)['X-Webhook-Signature'] ?? ''
    for (const signature of [
      undefined,
      '',
      'sha256=',
      right.slice(0, -2),
      `${right}00`,
      right.replace('sha256', 'sha1'),
    ]) {
      const headers = { 'x-webhook-signature': signature }
      await expect(parseWebhook('whatomate', headers, body, { secret })).rejects.toThrow(InvalidWebhookError)
    }
    const other = sign(bodyOf('message.sent', message))
    await expect(parseWebhook('whatomate', other, body, { secret })).rejects.toThrow(InvalidWebhookError)
  })

  it('is refused when any bit of body or signature is another', async () => {
    const bytes = Buffer.from(bodyOf('message.incoming', message))
    const signature = createHmac('sha256', secret).update(bytes).digest()
    const anyBit = fc.integer({ min: 0, max: (bytes.length + signature.length) * 8 - 1 })
    await fc.assert(
      fc.asyncProperty(anyBit, async (bit) => {
        const both = Buffer.concat([bytes, signature])
        both.writeUInt8(both.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const headers = { 'x-webhook-signature': `sha256=${both.subarray(bytes.length).toString('hex')}` }
        const parsed = parseWebhook('whatomate', headers, both.subarray(0, bytes.length), { secret })
        await expect(parsed).rejects.toThrow(InvalidWebhookError)
      }),
      { numRuns: 100 },
    )
  })

  it('cannot be checked once its body was parsed, nor with no secret', async () => {
    const body = bodyOf('message.incoming', message)
    const parsed = parseWebhook('whatomate', sign(body), JSON.parse(body), { secret })
    await expect(parsed).rejects.toThrow(InvalidWebhookError)
    await expect(parseWebhook('whatomate', sign(body), body, { secret: '' })).rejects.toThrow(InvalidParametersError)
  })

  it('is read unchecked where no secret was agreed', async () => {
    const sent = { ...message, sent_by_user_id: 'u-1', message_type: 'flow' }
    await expect(parseWebhook('whatomate', {}, bodyOf('message.sent', sent))).resolves.toMatchObject([
      { message: { direction: 'outgoing', type: 'interactive', author: { id: 'u-1' } } },
    ])
  })

  it.each(Object.keys(webhookEvents))('of %s has a name here', async (event) => {
    const data = { ...message, agent_id: 'u-1' }
    const [read] = await parseWebhook('whatomate', {}, bodyOf(event, data))
    expect(read).toMatchObject({ vendor: 'whatomate', raw: data })
    expect(read?.kind).not.toBe('unknown')
  })

  it('tells of a new contact and of a transfer', async () => {
    const events = await Promise.all([
      parseWebhook('whatomate', {}, bodyOf('contact.created', message)),
      parseWebhook('whatomate', {}, bodyOf('transfer.assigned', { contact_id: 'c-1', agent_id: 'u-1' })),
    ])
    expect(events.flat()).toMatchObject([
      { kind: 'contact', wanted: false, contact: { id: 'c-1', name: 'Ann', chats: [{ chatId: '919876500000' }] } },
      { kind: 'transfer', change: 'assigned', contactId: 'c-1', userId: 'u-1' },
    ])
  })

  it.each([
    ['call', 'Missed voice call', 'missedCall'],
    ['call', 'Voice call, 2 minutes', 'system'],
    ['call', null, 'system'],
    ['unsupported', '', 'unsupported'],
    ['sticker', '', 'unknown'],
    [null, 'Hello', 'unknown'],
  ])('of a message of type %s with the text %s is one of %s', async (message_type, content, type) => {
    const body = bodyOf('message.incoming', { ...message, message_type, content })
    const events = await parseWebhook('whatomate', {}, body)
    expect(events).toMatchObject([{ kind: 'message', message: { type } }])
  })

  it('is kept when it is new, or lacks what it needs', async () => {
    await expect(parseWebhook('whatomate', {}, bodyOf('call.missed', {}))).resolves.toMatchObject([
      { kind: 'unknown', type: 'call.missed', raw: { event: 'call.missed' } },
    ])
    await expect(parseWebhook('whatomate', {}, bodyOf('message.incoming', [message]))).resolves.toMatchObject([
      { kind: 'unknown', type: 'message.incoming' },
    ])
    await expect(parseWebhook('whatomate', {}, '{"hello":1}')).resolves.toMatchObject([
      { kind: 'unknown', raw: { hello: 1 } },
    ])
  })
})
