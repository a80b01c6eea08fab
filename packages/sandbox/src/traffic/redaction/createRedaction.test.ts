import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedaction } from './createRedaction.ts'
import { toFormat } from './toFormat.ts'

describe('a redaction', () => {
  it.each<[string, unknown]>([
    ['state', 'openElsewhere'],
    ['error', 'CHANNEL_NOT_FOUND'],
    ['error', 'A_CODE_OF_TOMORROW'],
    ['transport', 'whatsapp'],
    ['status', 404],
    ['counterV2', 3],
    ['limit', 100],
    ['is_active', true],
    ['text', null],
    ['name', ''],
    ['message', 'Contact not found'],
    ['ok', 'OK'],
  ])('keeps %s: %j, which says nothing about an account', (key, value) => {
    expect(createRedaction().value({ [key]: value })).toEqual({ [key]: value })
  })

  it.each<[string, unknown]>([
    ['name', 'active'], // A word of the vendors, but written by a person.
    ['text', 'whatsapp'],
    ['chatId', '79998887766'],
    ['chatId', 79_998_887_766],
    ['status', 'Ann Smith'],
    ['plainId', 'sandbox.company'],
    ['count', 79_998_887_766],
    ['code', 'ab12cd'],
    ['type', 'Ann'],
    ['url', 'https://example.com/a?token=b'],
    ['requestId', '0123456789abcdef0123456789abcdef'],
    ['messageId', '3376e1c3-26a6-478b-b964-72bf01cc22cb'],
    ['dateTime', '2026-05-06T07:08:09.123Z'],
    ['created_at', '2026-05-06'],
    ['media_url', '/api/media/3376e1c3-26a6-478b-b964-72bf01cc22cb'],
    ['media_url', 'images/3376e1c3.jpg'],
    ['qr', 'data:image/png;base64,iVBORw0KGgo='],
    ['phone', '+79998887766'],
    ['phone_number', '*******7766'],
    ['email', 'ann@example.com'],
    ['lat', 56.946],
  ])('replaces %s: %j by something of the same form', (key, value) => {
    const [replaced] = Object.values(createRedaction().value({ [key]: value }) as object)
    expect(replaced).not.toEqual(value)
    expect(typeof replaced).toBe(typeof value)
    expect(JSON.stringify(replaced)).not.toMatch(/Ann|7766|3376e1c3|05-06|iVBOR|56\.9|company|token=b/)
    if (typeof value === 'string') expect(toFormat(replaced)).toBe(toFormat(value))
  })

  it('replaces the same text by the same stand-in in values, paths and queries, and as a number', () => {
    const redaction = createRedaction()
    const { chatId, list } = redaction.value({ chatId: '79998887766', list: [79_998_887_766] }) as Record<
      string,
      unknown
    >
    expect(list).toEqual([Number(chatId)])
    expect(redaction.path('/v2/users/79998887766')).toBe(`/v2/users/${chatId}`)
    expect(redaction.fields(new URLSearchParams({ chatId: '79998887766', limit: '20' }))).toEqual({
      chatId: [chatId],
      limit: ['20'],
    })
    expect(redaction.value('79998887767')).not.toBe(chatId)
  })

  it('keeps names of fields that are made of common words, and replaces others', () => {
    const value = { webhooksUri: true, last_seen_at: true, ondines_hund: true, '79998887766': true, Ann: true }
    expect(Object.keys(createRedaction().value({ metadata: value }) as object)).toEqual(['metadata'])
    expect(Object.keys(createRedaction().value(value) as object).toSorted()).toEqual(
      ['field_1', 'field_2', 'field_3', 'last_seen_at', 'webhooksUri'].toSorted(),
    )
  })

  it.each(['apiV2IframeConnecting', 'apiV2Notify', 'counterConnecting', 'counterUpdate', 'status_update'])(
    'keeps the name of the event %s',
    (event) => {
      expect(createRedaction().key(event)).toBe(event)
    },
  )

  it('keeps the words of a vendor’s path, and writes the service’s own address as a placeholder', () => {
    const redaction = createRedaction({ origin: 'https://chat.acme.example' })
    expect(redaction.path('/whatomate/api/contacts/17/messages')).toMatch(
      /^\/whatomate\/api\/contacts\/\d\d\/messages$/,
    )
    expect(redaction.route('/whatomate/api/contacts/17/messages')).toBe('/whatomate/api/contacts/:id/messages')
    expect(redaction.route('/files/ann.pdf')).toBe('/files/:value')
    expect(redaction.value({ host: 'chat.acme.example', url: 'https://chat.acme.example/chat/?token=abc' })).toEqual({
      host: '{{host}}',
      url: expect.stringMatching(/^\{\{origin\}\}\/chat\/\?field_\d+$/),
    })
  })

  it('leaves no text of any JSON value, unless it is harmless by itself', () => {
    const words = fc.stringMatching(/^[a-zа-я0-9 ._-]{6,30}$/).map((text) => `Zq${text}xY`)
    fc.assert(
      fc.property(fc.object({ key: words, values: [words], maxDepth: 4 }), (value) => {
        const text = JSON.stringify(createRedaction().value(value))
        expect(text).not.toMatch(/Zq|xY/)
      }),
      { numRuns: 100 },
    )
  })

  it('survives any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const redaction = createRedaction()
        expect(typeof JSON.stringify(redaction.value(value))).toBe('string')
        redaction.path(`/${JSON.stringify(value)}`)
      }),
    )
  })
})
