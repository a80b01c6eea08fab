import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it.each([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site, in an old browser', { origin: 'https://evil.example' }],
  ['a sub-domain', { 'sec-fetch-site': 'same-site' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a name that only begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
])('refuses what a page of %s would change', async (_, headers) => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  for (const path of ['/api/login', '/api/logout', '/api/contacts']) {
    const answer = await fetch(`${crm.url}${path}`, {
      method: 'POST',
      headers: { cookie: ann.cookie(), 'content-type': 'application/json', ...headers },
      body: '{"userId":"ben"}',
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: { code: 'foreign_origin' } })
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  expect((await ann.get('/api/me')).body).toMatchObject({ user: { id: 'ann' } })
})

it('refuses a form, whatever it says', async () => {
  const crm = await startTestCrm()
  const answer = await crm.visitor().post('/api/login', 'userId=ann', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(answer.status).toBe(400)
})
