import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it.each([
  ['no period', ''],
  ['a period that ends before it begins', '?from=2&to=1'],
  ['a period of more than 92 days', `?from=0&to=${93 * 24 * 60 * 60 * 1_000}`],
  ['an unknown time zone', '?from=0&to=1000&timeZone=Mars/North'],
  ['times that are no numbers', '?from=x&to=y'],
])('refuses %s', async (_, query) => {
  const crm = await startTestCrm()
  const { status, body } = await (await crm.logIn('ann')).get(`/api/dashboard${query}`)
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { code: 'invalid_request', message: expect.any(String) } })
})

it('is for users who have logged in', async () => {
  const crm = await startTestCrm()
  expect((await crm.visitor().get('/api/dashboard?from=0&to=1000')).status).toBe(401)
  const { status, body } = await (await crm.logIn('ben')).get('/api/dashboard?from=0&to=1000')
  expect(status).toBe(200)
  expect(body).toMatchObject({ all: { receivedCount: 0, medianMs: null }, byDay: [{ day: '1970-01-01' }] })
})
