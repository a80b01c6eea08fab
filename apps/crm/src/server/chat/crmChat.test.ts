import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { startTestCrm, type TestCrm } from '../../../test/startTestCrm.ts'
import type { Vendor } from '../../api/settings.ts'

const apiKey = 'CANARY-5f1d7c2a9b'
const marias = { chatType: 'whatsapp', chatId: '79998887766' }
const card = { scope: 'card', chats: [{ ...marias, name: 'Maria Lindqvist' }] }
const isSaved = expect.stringContaining('contacts saved at the vendor')

async function startBoth({
  quirks = [],
  ...options
}: {
  quirks?: string[]
  vendor?: Vendor
} = {}): Promise<{ sandbox: Sandbox; crm: TestCrm }> {
  const sandbox = await createSandbox({ port: 0, apiKey, quirks })
  onTestFinished(sandbox.close)
  const crm = await startTestCrm({ apiKey, wazzupUrl: sandbox.url, ...options })
  await eventually(() => expect(crm.lines).toContainEqual(isSaved))
  return { sandbox, crm }
}

it('opens the chat of the user’s own contact', async () => {
  const { sandbox, crm } = await startBoth()
  const ann = await crm.logIn('ann')
  const response = await ann.post('/chat/window', card)
  expect(response.status).toBe(200)
  expect(response.body).toMatchObject({
    url: expect.stringContaining(`${sandbox.url}/chat/?token=`),
    origin: sandbox.url,
  })
})

it('uploads a user before the first link, so a vendor that asks for it opens the chat', async () => {
  const { sandbox, crm } = await startBoth({ quirks: ['wazzup-v2.uploadedUsersOnly'] })
  const ann = await crm.logIn('ann')
  expect((await ann.post('/chat/window', card)).status).toBe(200)
  await ann.post('/chat/window', card)
  const uploads = sandbox.requests({ operation: 'wazzup-v2.saveUsers' }).map(({ body }) => body)
  expect(uploads.filter((users) => Array.isArray(users) && users.length === 1)).toEqual([
    [{ id: 'ann', name: 'Ann Reyes' }],
  ])
})

it('opens neither the chat of another user’s contact nor any chat without a login', async () => {
  const { crm } = await startBoth()
  const others = await (await crm.logIn('ben')).post('/chat/window', card)
  expect(others.status).toBe(403)
  expect(others.body).toMatchObject({ error: { code: 'forbidden' } })
  const loggedOut = await crm.visitor().post('/chat/window', card)
  expect(loggedOut.status).toBe(401)
})

it('saves responsible users at the vendor, so each user has a counter of their own', async () => {
  const { sandbox, crm } = await startBoth()
  const [ann, ben] = [await crm.logIn('ann'), await crm.logIn('ben')]
  await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '79998887766', text: 'Hello' })
  expect((await ann.get('/chat/unanswered')).body).toMatchObject({ count: 1 })
  expect((await ben.get('/chat/unanswered')).body).toMatchObject({ count: 0 })
})

it('saves a new contact at the vendor', async () => {
  const { sandbox, crm } = await startBoth()
  const [ann, ben] = [await crm.logIn('ann'), await crm.logIn('ben')]
  const before = crm.lines.length
  await ann.post('/api/contacts', { name: 'Olu', company: '', phone: '+44 7700 900555' })
  await eventually(() => expect(crm.lines.slice(before)).toContainEqual(isSaved))
  await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '447700900555', text: 'Hello' })
  expect((await ann.get('/chat/unanswered')).body).toMatchObject({ count: 1 })
  expect((await ben.get('/chat/unanswered')).body).toMatchObject({ count: 0 })
})

it('starts without the vendor, reports that it is unavailable, and recovers once it is up', async () => {
  const first = await createSandbox({ port: 0, apiKey })
  await first.close()
  const crm = await startTestCrm({ apiKey, wazzupUrl: first.url })
  const ann = await crm.logIn('ann')
  const response = await ann.post('/chat/window', card)
  expect(response.status).toBe(503)
  expect(response.body).toMatchObject({ error: { code: 'upstream_unavailable', retryable: true } })
  const second = await createSandbox({ port: first.port, apiKey })
  onTestFinished(second.close)
  await eventually(() => expect(crm.lines).toContainEqual(isSaved))
  expect((await ann.post('/chat/window', card)).status).toBe(200)
})

it('ends the live counter of a user who logs out', async () => {
  const { crm } = await startBoth()
  const ann = await crm.logIn('ann')
  const stream = await fetch(`${crm.url}/chat/events`, { headers: { cookie: ann.cookie() } })
  expect(stream.status).toBe(200)
  const ended = stream.text()
  await ann.post('/api/logout')
  const text = await ended
  expect(text).toContain('unanswered')
  // The check of sessions comes after 48 seconds at the earliest, and three heartbeats.
  expect(text.match(/^:/gm)?.length ?? 0).toBeLessThan(3)
})

it('leaks the key in no response and no log line, not even when the vendor rejects it', async () => {
  const sandbox = await createSandbox({ port: 0, apiKey: 'another_api_key' })
  onTestFinished(sandbox.close)
  const crm = await startTestCrm({ apiKey, wazzupUrl: sandbox.url })
  const ann = await crm.logIn('ann')
  await ann.post('/chat/window', card)
  await ann.post('/chat/window', { scope: 'card' })
  for (const path of ['/', '/api/me', '/api/contacts', '/chat/session', '/chat/unanswered', '/livez'])
    await ann.get(path)
  const shown = ann.responses.map(({ text, headers }) => `${text}${JSON.stringify([...headers])}`)
  expect(ann.responses.map(({ status }) => status)).toContain(502)
  expect(crm.lines.length).toBeGreaterThan(0)
  expect([...shown, ...crm.lines].filter((text) => text.includes(apiKey))).toEqual([])
})

it('lets an administrator export messages where the API can, and nobody else', async () => {
  const { crm } = await startBoth({ vendor: 'wazzup-tech' })
  const period = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' }
  expect((await (await crm.logIn('erin')).post('/chat/exports', period)).status).toBe(202)
  expect((await (await crm.logIn('ben')).post('/chat/exports', period)).status).toBe(403)
})
