import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it.each([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site, in an old browser', { origin: 'https://evil.example' }],
  ['a sub-domain', { 'sec-fetch-site': 'same-site' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a hostname that only starts like ours', { origin: 'http://127.0.0.1.evil.example' }],
])('rejects changes from %s', async (_, headers) => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  for (const path of ['/api/login', '/api/logout', '/api/contacts']) {
    const response = await fetch(`${crm.url}${path}`, {
      method: 'POST',
      headers: { cookie: ann.cookie(), 'content-type': 'application/json', ...headers },
      body: '{"userId":"ben"}',
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'foreign_origin' } })
    expect(response.headers.get('set-cookie')).toBeNull()
  }
  expect((await ann.get('/api/me')).body).toMatchObject({ user: { id: 'ann' } })
})

it.each(['foo', 'chrome-extension', 'file', 'ws'])(
  'rejects changes from an origin of the scheme %s',
  async (scheme) => {
    const crm = await startTestCrm()
    const origin = `${scheme}://${new URL(crm.url).host}`
    const response = await crm.visitor().post('/api/login', { userId: 'ann' }, { origin })
    expect(response.status).toBe(403)
    expect(response.body).toMatchObject({ error: { code: 'foreign_origin' } })
  },
)

it('rejects form posts', async () => {
  const crm = await startTestCrm()
  const response = await crm.visitor().post('/api/login', 'userId=ann', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(response.status).toBe(400)
})
