import { join } from 'node:path'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { makeFolder } from '../../../test/makeFolder.ts'
import { openLiveSocket } from '../../../test/quirks/liveSocket.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { whatomateKey } from '../../../test/whatomateClient.ts'
import { callPublic, callWithToken, password, readCookies, signIn } from '../../../test/whatomateSession.ts'
import { createSandbox, type Sandbox } from '../../index.ts'
import { users } from './users.ts'

const refusedWith = (message: string) => ({ status: 401, json: { status: 'error', message, data: null } })
const admin = { email: 'admin@example.com', password }
const minuteMs = 60_000

/** Serves all tests that need no clock, port or number of sessions of their own. */
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 })
})
afterAll(() => sandbox.close())

describe('a login', () => {
  it('sets three cookies, of which scripts read one, and shows no token', async () => {
    const answer = await callPublic(sandbox, 'POST /api/auth/login', admin)
    expect(answer).toMatchObject({ status: 200, json: { data: { expires_in: 900, user: { email: admin.email } } } })
    const { access, refresh, csrf } = readCookies(answer)
    expect(answer.headers.getSetCookie()).toEqual([
      `whm_access=${access}; Max-Age=900; Path=/; HttpOnly; SameSite=Lax`,
      `whm_refresh=${refresh}; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax`,
      `whm_csrf=${csrf}; Max-Age=86400; Path=/; SameSite=Lax`,
    ])
    for (const token of [access, refresh, csrf]) expect(answer.text).not.toContain(token)
  })

  it("limits its cookies to the server's paths on the vendor's own port", async () => {
    const { vendorUrls } = await startSandbox({ vendorPorts: true })
    const response = await fetch(`${vendorUrls?.whatomate}/api/auth/login`, {
      method: 'POST',
      body: JSON.stringify(admin),
    })
    const paths = response.headers.getSetCookie().map((line) => /Path=([^;]*)/.exec(line)?.[1])
    expect(paths).toEqual(['/api', '/api/auth/refresh', '/'])
  })

  it.each([
    [{ ...admin, password: 'wrong' }, 401, 'Invalid credentials'],
    [{ ...admin, email: 'nobody@example.com' }, 401, 'Invalid credentials'],
    [{ email: null }, 401, 'Invalid credentials'],
    ['admin', 400, 'Invalid request body: it must be an object, not a text'],
  ])('with %j is refused', async (body, status, message) => {
    const answer = await callPublic(sandbox, 'POST /api/auth/login', body)
    expect(answer).toMatchObject({ status, json: { status: 'error', message } })
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it('ends the oldest of a hundred sessions', async () => {
    const sandbox = await startSandbox()
    const first = await signIn(sandbox)
    const second = await signIn(sandbox)
    for (let count = 2; count <= 100; count++) await signIn(sandbox, 'maria@example.com')
    expect(await callWithToken(sandbox, 'GET /api/me', first.access)).toMatchObject(
      refusedWith('Invalid or expired token'),
    )
    expect(await callWithToken(sandbox, 'GET /api/me', second.access)).toMatchObject({ status: 200 })
  })
})

describe('an access token', () => {
  it("lasts for 15 minutes of the sandbox's clock", async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    const { access } = await signIn(sandbox)
    sandbox.clock.advance(15 * minuteMs - 1_000)
    expect(await callWithToken(sandbox, 'GET /api/me', access)).toMatchObject({ status: 200 })
    sandbox.clock.advance(1_000)
    expect(await callWithToken(sandbox, 'GET /api/me', access)).toMatchObject(refusedWith('Invalid or expired token'))
  })

  it('opens its own account only', async () => {
    const sandbox = await startSandbox()
    const added = await sandbox.addAccount()
    await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '79998887766', text: 'Hello' })
    const { access } = await signIn(sandbox, `admin@${added.accountId}.example.com`)
    expect(await callWithToken(sandbox, 'GET /api/contacts', access)).toMatchObject({ json: { data: { total: 0 } } })
    const own = await signIn(sandbox)
    expect(await callWithToken(sandbox, 'GET /api/contacts', own.access)).toMatchObject({
      json: { data: { total: 1 } },
    })
    const [header, , signature] = access.split('.')
    const mixed = [header, own.access.split('.')[1], signature].join('.')
    expect(await callWithToken(sandbox, 'GET /api/me', mixed)).toMatchObject({ status: 401 })
  })

  it('is neither a refresh token, nor one of the socket, nor one that the API key has signed', async () => {
    const { access, refresh } = await signIn(sandbox)
    const { json } = await callWithToken(sandbox, 'GET /api/auth/ws-token', access)
    const forged = await new SignJWT({ user_id: users[0]?.userId, sid: 'any' })
      .setProtectedHeader({ alg: 'HS256', kid: String(sandbox.accountId) })
      .setIssuer('whatomate')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(whatomateKey))
    for (const token of [refresh, (json as { data: { token: string } }).data.token, forged, whatomateKey, 'x'])
      expect(await callWithToken(sandbox, 'GET /api/me', token)).toMatchObject(refusedWith('Invalid or expired token'))
  })

  it("fits into the socket's first frame, and opens it", async () => {
    const { accountId } = await sandbox.addAccount()
    for (const { mailbox } of users) {
      const { access } = await signIn(sandbox, `${mailbox}@${accountId}.example.com`)
      expect(JSON.stringify({ type: 'auth', payload: { token: access } }).length).toBeLessThanOrEqual(512)
    }
    const { access } = await signIn(sandbox)
    expect((await openLiveSocket(sandbox, { auth: access })).ends).toEqual([])
    await callWithToken(sandbox, 'POST /api/auth/logout', access)
    expect((await openLiveSocket(sandbox, { auth: access })).ends).toEqual([1008])
  })

  it('outlives a restart of a sandbox with a data file', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    const before = await createSandbox({ port: 0, data })
    const { access } = await signIn(before)
    await before.close()
    expect(await callWithToken(await startSandbox({ data }), 'GET /api/me', access)).toMatchObject({ status: 200 })
  })
})

describe('a refresh token', () => {
  it('is good for one exchange, in its cookie or in the body', async () => {
    const { refresh } = await signIn(sandbox)
    const exchange = (token: string) =>
      callPublic(sandbox, 'POST /api/auth/refresh', undefined, { cookie: `whm_refresh=${token}` })
    const second = readCookies(await exchange(refresh))
    expect(await callWithToken(sandbox, 'GET /api/me', second.access)).toMatchObject({ status: 200 })
    expect(await exchange(refresh)).toMatchObject(refusedWith('Refresh token has been revoked'))
    const third = await callPublic(sandbox, 'POST /api/auth/refresh', { refresh_token: second.refresh })
    expect(third).toMatchObject({ status: 200, json: { data: { expires_in: 900 } } })
    expect(readCookies(third).refresh).not.toBe(second.refresh)
  })

  it('lasts for a day, from each exchange on', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    const { refresh } = await signIn(sandbox)
    sandbox.clock.advance(23 * 60 * minuteMs)
    const next = readCookies(await callPublic(sandbox, 'POST /api/auth/refresh', { refresh_token: refresh }))
    sandbox.clock.advance(23 * 60 * minuteMs)
    const last = readCookies(await callPublic(sandbox, 'POST /api/auth/refresh', { refresh_token: next.refresh }))
    sandbox.clock.advance(24 * 60 * minuteMs)
    expect(await callPublic(sandbox, 'POST /api/auth/refresh', { refresh_token: last.refresh })).toMatchObject(
      refusedWith('Invalid refresh token'),
    )
  })

  it.each([
    [undefined, 'Missing refresh token'],
    [{}, 'Missing refresh token'],
    [{ refresh_token: 'x' }, 'Invalid refresh token'],
  ])('given as %j is refused', async (body, message) => {
    expect(await callPublic(sandbox, 'POST /api/auth/refresh', body)).toMatchObject(refusedWith(message))
  })
})

describe('a logout', () => {
  it.each(['body', 'cookie', 'header'])('ends the session of the token in the %s, and no other', async (place) => {
    const other = await signIn(sandbox)
    const { access, refresh, csrf } = await signIn(sandbox)
    const cookies = { cookie: `whm_access=${access}; whm_csrf=${csrf}`, 'x-csrf-token': csrf }
    const headers = { body: {}, cookie: cookies, header: { authorization: `Bearer ${access}` } }[place]
    const body = place === 'body' ? { refresh_token: refresh } : undefined
    const answer = await callPublic(sandbox, 'POST /api/auth/logout', body, headers)
    expect(answer).toMatchObject({ status: 200, json: { data: { status: 'logged_out' } } })
    expect(answer.headers.getSetCookie().map((line) => line.split(';').slice(0, 2).join())).toEqual([
      'whm_access=, Max-Age=0',
      'whm_refresh=, Max-Age=0',
      'whm_csrf=, Max-Age=0',
    ])
    expect(await callPublic(sandbox, 'POST /api/auth/refresh', { refresh_token: refresh })).toMatchObject(
      refusedWith('Refresh token has been revoked'),
    )
    expect(await callWithToken(sandbox, 'GET /api/me', access)).toMatchObject({ status: 401 })
    expect(await callWithToken(sandbox, 'GET /api/me', other.access)).toMatchObject({ status: 200 })
  })

  it('needs no session', async () => {
    expect(await callPublic(sandbox, 'POST /api/auth/logout')).toMatchObject({ status: 200 })
  })
})

describe('a cookie', () => {
  const mismatch = { status: 403, json: { message: 'CSRF token mismatch' } }

  it('alone reads, and needs the CSRF token for a change', async () => {
    const { access, csrf } = await signIn(sandbox)
    const cookie = `whm_access=${access}; whm_csrf=${csrf}`
    const settings = { new_message_alerts: true }
    const change = (headers: Record<string, string>) => callPublic(sandbox, 'PUT /api/me/settings', settings, headers)
    expect(await callPublic(sandbox, 'GET /api/me', undefined, { cookie })).toMatchObject({ status: 200 })
    expect(await change({ cookie })).toMatchObject(mismatch)
    expect(await change({ cookie, 'x-csrf-token': 'another' })).toMatchObject(mismatch)
    expect(await change({ cookie: `whm_access=${access}`, 'x-csrf-token': '' })).toMatchObject(mismatch)
    expect(await change({ cookie, 'x-csrf-token': csrf })).toMatchObject({ status: 200, json: { data: { settings } } })
    expect(await change({ cookie, authorization: `Bearer ${access}` })).toMatchObject({ status: 200 })
  })

  it('is kept out of the journal, like every token', async () => {
    const { access, csrf } = await signIn(sandbox)
    const cookie = `whm_access=${access}; whm_csrf=${csrf}`
    await callPublic(sandbox, 'PUT /api/me/settings', {}, { cookie, 'x-csrf-token': csrf })
    await callWithToken(sandbox, 'GET /api/me', access)
    const { text } = await callSandbox(sandbox, 'GET /_sandbox/requests')
    expect(text).toContain('whm_access=…; whm_csrf=…')
    for (const secret of [access, csrf]) expect(text).not.toContain(secret)
  })
})

describe('a request without a session', () => {
  it.each([
    [{}, 'Missing authorization'],
    [{ 'x-api-key': 'whm_wrong' }, 'Invalid API key'],
    [{ authorization: 'Basic abc' }, 'Invalid authorization header format'],
    [{ authorization: 'Bearer abc' }, 'Invalid or expired token'],
    [{ cookie: 'whm_access=abc' }, 'Invalid or expired token'],
  ])('with %j is told the reason', async (headers, message) => {
    expect(await callPublic(sandbox, 'GET /api/contacts', undefined, headers)).toMatchObject(refusedWith(message))
  })

  it.each([
    ['/health', { status: 'ok', service: 'whatomate' }],
    ['/ready', { status: 'ready' }],
    ['/api/auth/sso/providers', []],
  ])('reads %s', async (path, data) => {
    expect(await callPublic(sandbox, `GET ${path}`)).toMatchObject({
      status: 200,
      json: { status: 'success', data },
    })
  })
})

describe('a session', () => {
  it('continues in its own organization, and in no other', async () => {
    const { access } = await signIn(sandbox)
    const { json } = await callWithToken(sandbox, 'GET /api/organizations/current', access)
    const { id } = (json as { data: { id: string } }).data
    const switchTo = (organization_id: string) =>
      callWithToken(sandbox, 'POST /api/auth/switch-org', access, { organization_id })
    expect(await switchTo('')).toMatchObject({ status: 400, json: { message: 'organization_id is required' } })
    expect(await switchTo(users[0]?.userId ?? '')).toMatchObject({ status: 404 })
    const next = readCookies(await switchTo(id))
    expect(await callWithToken(sandbox, 'GET /api/me', next.access)).toMatchObject({ status: 200 })
    expect(await callWithToken(sandbox, 'GET /api/me', access)).toMatchObject({ status: 401 })
  })

  it("reads the organization's settings, a user and the permissions", async () => {
    const { access } = await signIn(sandbox)
    const read = async (path: string) => (await callWithToken(sandbox, `GET ${path}`, access)).json
    const settings = { mask_phone_numbers: false, timezone: 'UTC' }
    expect(await read('/api/org/settings')).toMatchObject({ data: { settings } })
    expect(await read(`/api/users/${users[1]?.userId}`)).toMatchObject({ data: { full_name: users[1]?.name } })
    const permission = { resource: 'contacts', action: 'read', key: 'contacts:read' }
    expect(await read('/api/permissions')).toMatchObject({
      data: { permissions: expect.arrayContaining([expect.objectContaining(permission)]) },
    })
  })

  it('counts the use of a canned response', async () => {
    const { access } = await signIn(sandbox)
    const { json } = await callWithToken(sandbox, 'GET /api/canned-responses', access)
    const [response] = (json as { data: { canned_responses: { id: string }[] } }).data.canned_responses
    expect(await callWithToken(sandbox, `POST /api/canned-responses/${response?.id}/use`, access)).toMatchObject({
      status: 200,
      json: { data: { message: 'Usage incremented' } },
    })
  })
})
