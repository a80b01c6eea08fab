import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowLinkSchema, windowRequestSchema } from './window.ts'

const chat = { chatType: 'whatsapp', chatId: '79998887766' }

describe('a request for a chat window', () => {
  it.each([
    { scope: 'global' },
    { scope: 'global', activeChat: chat },
    { scope: 'card', chats: [chat] },
    { scope: 'card', chats: [{ ...chat, name: 'Maria' }], activeChat: chat },
  ])('may be %j', (request) => {
    expect(windowRequestSchema.parse(request)).toEqual(request)
  })

  it.each([
    ['an unknown scope', { scope: 'everything' }],
    ['a card without chats', { scope: 'card' }],
    ['a card with an empty list of chats', { scope: 'card', chats: [] }],
    ['more chats than a card can have', { scope: 'card', chats: Array(101).fill(chat) }],
    ['chats in the global scope', { scope: 'global', chats: [chat] }],
    ['an unknown messenger', { scope: 'card', chats: [{ ...chat, chatType: 'icq' }] }],
    ['an empty chat id', { scope: 'card', chats: [{ ...chat, chatId: '' }] }],
    ['a user', { scope: 'global', user: { id: '1', name: 'Ann' } }],
    ['a user in a chat', { scope: 'card', chats: [{ ...chat, userId: '1' }] }],
  ])('may not have %s', (_, request) => {
    expect(windowRequestSchema.safeParse(request).success).toBe(false)
  })

  it('carries no field that the operation does not know, whatever it is called', () => {
    const known = ['scope', 'activeChat']
    const name = fc.string({ minLength: 1 }).filter((key) => !known.includes(key) && key !== '__proto__')
    fc.assert(
      fc.property(name, fc.jsonValue(), (key, value) => {
        expect(windowRequestSchema.safeParse({ scope: 'global', [key]: value }).success).toBe(false)
      }),
    )
  })

  it('reads anything without a crash and without touching a prototype', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        windowRequestSchema.safeParse(JSON.parse(text))
        windowRequestSchema.safeParse(JSON.parse(`{"scope":"global","__proto__":${text}}`))
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      }),
    )
  })
})

describe('a link to a chat window', () => {
  it('leads to a web address', () => {
    const link = { url: 'javascript:alert(1)', origin: 'https://chats.example', expiresAt: null }
    expect(windowLinkSchema.safeParse(link).success).toBe(false)
  })

  it('may have fields that are not known yet', () => {
    const link = { url: 'https://chats.example/chat/?token=1', origin: 'https://chats.example', expiresAt: null }
    expect(windowLinkSchema.parse({ ...link, theme: 'dark' })).toEqual(link)
  })

  it('may say that a message would not arrive, for a reason that is not known yet', () => {
    const link = { url: 'https://chats.example/chat/?token=1', origin: 'https://chats.example', expiresAt: null }
    const reachable = { ok: false, reason: 'onHoliday' }
    expect(windowLinkSchema.parse({ ...link, reachable })).toEqual({ ...link, reachable })
  })

  it('may have no end', () => {
    const link = { url: 'https://chats.example/chat/?token=1', origin: 'https://chats.example', expiresAt: null }
    expect(windowLinkSchema.parse(link)).toEqual(link)
  })
})
