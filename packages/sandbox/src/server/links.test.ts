import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ann } from '../../test/fixtures/people.ts'
import { createClock } from '../store/clock/createClock.ts'
import { type ChatsWindow, createLinks, type LinkError, type Links } from './links.ts'

const secret = 'k'.repeat(43)
const window: ChatsWindow = {
  user: { id: '7', name: 'Kate Moreau' },
  scope: { kind: 'card', chats: [{ ...ann, name: 'Ann' }] },
  activeChat: ann,
}
const start = 1_800_000_000_000
const lifetimeMs = 60_000

function createTestLinks(options: { secret?: string } = {}): Links & { advance: (ms: number) => void } {
  const clock = createClock(() => start)
  onTestFinished(() => clock.close())
  return { ...createLinks({ secret, clock, lifetimeMs, accountId: 1, ...options }), advance: clock.advance }
}

describe('a link', () => {
  it('contains its user, scope and expiry', async () => {
    const links = createTestLinks()
    const token = await links.mint(window)
    expect(await links.read(token)).toEqual({ window, expiresAt: start + lifetimeMs })
    expect(decodeJwt(token)).toMatchObject({
      iss: 'crm-chat-sandbox',
      aud: 'chats',
      sub: '7',
      iat: start / 1000,
      exp: (start + lifetimeMs) / 1000,
    })
  })

  it('is valid to the last second, and then expired', async () => {
    const links = createTestLinks()
    const token = await links.mint(window)
    links.advance(lifetimeMs - 1_000)
    await expect(links.read(token)).resolves.toBeDefined()
    links.advance(1_000)
    await expect(links.read(token)).rejects.toMatchObject({ code: 'LINK_EXPIRED' } satisfies Partial<LinkError>)
  })

  it.each<[string, (token: string) => Promise<string> | string]>([
    ['nothing', () => ''],
    ['no token', () => 'hello'],
    ['a token signed with another secret', () => createTestLinks({ secret: 'x'.repeat(43) }).mint(window)],
    [
      'a token with another user in it',
      (token) => withPayload(token, { window: { ...window, user: { id: '8', name: '' } } }),
    ],
    ['a token with another end', (token) => withPayload(token, { exp: start })],
    [
      'a token without a signature',
      () => new UnsecuredJWT({ window }).setAudience('chats').setExpirationTime(start).encode(),
    ],
    ['a token cut short', (token) => token.slice(0, -1)],
    ['a token for another purpose', () => sign({ audience: 'other' })],
    ['a token of another issuer', () => sign({ issuer: 'somebody' })],
    ['a token of another type', () => sign({ type: 'at+jwt' })],
    ['a token of another algorithm', () => sign({ algorithm: 'HS512' })],
    ['a token that never ends', () => sign({ expires: false })],
    ['a token without a window', () => sign({ claims: {} })],
  ])('is rejected when it carries %s', async (_, forge) => {
    const links = createTestLinks()
    const token = await forge(await links.mint(window))
    await expect(links.read(token)).rejects.toMatchObject({ code: 'LINK_INVALID' } satisfies Partial<LinkError>)
  })
})

function withPayload(token: string, change: object): string {
  const [header, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify({ ...decodeJwt(token), ...change })).toString('base64url')
  return `${header}.${payload}.${signature}`
}

/** Signs with the right secret what a link would not say. */
function sign({
  claims = { window },
  audience = 'chats',
  issuer = 'crm-chat-sandbox',
  algorithm = 'HS256',
  type = 'JWT',
  expires = true,
}: {
  claims?: Record<string, unknown>
  audience?: string
  issuer?: string
  algorithm?: string
  type?: string
  expires?: boolean
}): Promise<string> {
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: type })
    .setAudience(audience)
    .setIssuer(issuer)
  if (expires) token.setExpirationTime((start + lifetimeMs) / 1000)
  return token.sign(new TextEncoder().encode(secret))
}

describe('users of links', () => {
  it('are listed once, the latest first, up to twenty, until they are cleared', async () => {
    const links = createTestLinks()
    let changes = 0
    links.subscribe(() => {
      changes += 1
    })
    const mint = (id: number) => links.mint({ ...window, user: { id: String(id), name: `User ${id}` } })
    for (let id = 1; id <= 25; id += 1) await mint(id)
    await mint(10)
    const ids = links.listUsers().map(({ id }) => Number(id))
    expect(ids).toEqual([10, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 9, 8, 7, 6])
    expect(changes).toBe(26)
    await links.mintPreview({ ...window, user: { id: 'sandbox-1', name: 'Kate' } })
    expect(links.listUsers()).toHaveLength(20)
    links.clear()
    expect(links.listUsers()).toEqual([])
  })
})
