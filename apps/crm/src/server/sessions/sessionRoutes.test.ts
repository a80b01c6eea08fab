import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { sessionLifetimeMs } from './sessions.ts'

const ann = { id: 'ann', name: 'Ann Reyes', title: expect.any(String), role: 'sales' }

it('lists every demo user without a login', async () => {
  const crm = await startTestCrm()
  const { body } = await crm.visitor().get('/api/users')
  const title = expect.any(String)
  expect(body).toEqual({
    users: [
      ann,
      { id: 'ben', name: 'Ben Okafor', title, role: 'sales' },
      { id: 'carla', name: 'Carla Mendes', title, role: 'manager' },
      { id: 'dov', name: 'Dov Levi', title, role: 'qualityControl' },
      { id: 'erin', name: 'Erin Doyle', title, role: 'admin' },
    ],
  })
})

it('returns null before the login, and the user after it', async () => {
  const crm = await startTestCrm()
  const visitor = crm.visitor()
  expect((await visitor.get('/api/me')).body).toEqual({ user: null })
  expect((await visitor.post('/api/login', { userId: 'ann' })).body).toEqual({ user: ann })
  expect((await visitor.get('/api/me')).body).toEqual({ user: ann })
})

it('keeps the session in a cookie that scripts and other sites cannot use', async () => {
  const crm = await startTestCrm()
  const { headers } = await crm.visitor().post('/api/login', { userId: 'ann' })
  const cookie = headers.get('set-cookie')
  expect(cookie).toMatch(/^northdesk_session=[\w-]{43};/)
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=Lax/)
  expect(cookie).toMatch(/; Path=\//)
  expect(cookie).toMatch(/; Max-Age=43200/)
})

it('lets no cache keep a response, nor that of an error', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  for (const path of ['/api/users', '/api/me', '/api/contacts', '/api/contacts/nobody', '/api/nothing'])
    expect((await ann.get(path)).headers.get('cache-control'), path).toBe('no-store')
})

it('ends a session at the end of its lifetime', async () => {
  let time = Date.UTC(2030, 0, 1)
  const crm = await startTestCrm({ now: () => time })
  const visitor = await crm.logIn('ann')
  time += sessionLifetimeMs - 1
  expect((await visitor.get('/api/me')).body).toEqual({ user: ann })
  time += 1
  expect((await visitor.get('/api/me')).body).toEqual({ user: null })
  expect((await visitor.get('/api/contacts')).status).toBe(401)
})

it('ends only the session that logs out', async () => {
  const crm = await startTestCrm()
  const [office, home] = [await crm.logIn('ann'), await crm.logIn('ann')]
  const stolen = office.cookie()
  expect((await office.post('/api/logout')).body).toEqual({ user: null })
  expect(office.cookie()).toBe('')
  const response = await fetch(`${crm.url}/api/me`, { headers: { cookie: stolen } })
  expect(await response.json()).toEqual({ user: null })
  expect((await home.get('/api/me')).body).toEqual({ user: ann })
})

it('ends the previous session when another user logs in', async () => {
  const crm = await startTestCrm()
  const visitor = await crm.logIn('ann')
  const before = visitor.cookie()
  await visitor.post('/api/login', { userId: 'ben' })
  expect(visitor.cookie()).not.toBe(before)
  const response = await fetch(`${crm.url}/api/me`, { headers: { cookie: before } })
  expect(await response.json()).toEqual({ user: null })
})

it('keeps sessions across a restart, and stores no id in the database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-data-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const data = join(folder, 'new', 'crm.sqlite')
  const first = await startTestCrm({ data })
  const visitor = await first.logIn('ann')
  await first.close()
  const [, id = ''] = visitor.cookie().split('=')
  // The latest changes are in files beside the database, which may go once it is closed.
  for (const file of await readdir(dirname(data))) {
    const content = await readFile(join(dirname(data), file), 'latin1').catch(() => '')
    expect(content.includes(id), file).toBe(false)
  }
  expect(await readFile(data, 'latin1')).toContain('SQLite format 3')
  const second = await startTestCrm({ data })
  const response = await fetch(`${second.url}/api/me`, { headers: { cookie: visitor.cookie() } })
  expect(await response.json()).toEqual({ user: ann })
})

it.each([
  ['an unknown user', { userId: 'nobody' }, 404, 'not_found'],
  ['no user', {}, 400, 'invalid_request'],
  ['a user id that is not a string', { userId: { $ne: null } }, 400, 'invalid_request'],
  ['a user id with NUL', { userId: 'ann\0' }, 400, 'invalid_request'],
  ['an extra field', { userId: 'ann', admin: true }, 400, 'invalid_request'],
  ['invalid JSON', '{"userId":', 400, 'invalid_request'],
  ['a body that is too large', { userId: 'a'.repeat(20_000) }, 413, 'too_large'],
])('rejects a login with %s', async (_, body, status, code) => {
  const crm = await startTestCrm()
  const visitor = crm.visitor()
  const response = await visitor.post('/api/login', body)
  expect(response.status).toBe(status)
  expect(response.body).toMatchObject({ error: { code, message: expect.any(String) } })
  expect(visitor.cookie()).toBe('')
})

it.each(['northdesk_session=guessed', 'northdesk_session=', 'northdesk_session="', 'x'])(
  'finds no session for the cookie %s',
  async (cookie) => {
    const crm = await startTestCrm()
    const response = await fetch(`${crm.url}/api/me`, { headers: { cookie } })
    expect(await response.json()).toEqual({ user: null })
  },
)
