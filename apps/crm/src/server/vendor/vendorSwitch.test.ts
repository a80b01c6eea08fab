import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { findFreePort } from '../../../../../scripts/ports.ts'
import type { Visitor } from '../../../test/createVisitor.ts'
import { eventually } from '../../../test/eventually.ts'
import { startTestCrm, type TestCrm, type TestCrmOptions } from '../../../test/startTestCrm.ts'

const secret = 'a-secret-of-the-tests-1'
const marias = { chatType: 'whatsapp', chatId: '79998887766' } as const
const card = { scope: 'card', chats: [{ ...marias, name: 'Maria Lindqvist' }] }

async function startBoth(options: TestCrmOptions = {}): Promise<{ sandbox: Sandbox; crm: TestCrm; erin: Visitor }> {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const whatomate = { apiKey: sandbox.whatomateKey, baseUrl: `${sandbox.url}/whatomate` }
  const crm = await startTestCrm({ apiKey: sandbox.apiKey, wazzupUrl: sandbox.url, whatomate, ...options })
  return { sandbox, crm, erin: await crm.logIn('erin') }
}

it('switches to each vendor at run time, and opens its chats', async () => {
  const { sandbox, crm, erin } = await startBoth()
  const ann = await crm.logIn('ann')
  for (const vendor of ['wazzup-v3', 'wazzup-tech', 'wazzup-v2'] as const) {
    const { status, body } = await erin.put('/api/settings', { vendor, transport: 'sse' })
    expect({ status, body }).toMatchObject({ status: 200, body: { settings: { vendor, transport: 'sse' } } })
    expect((await ann.get('/chat/session')).body).toMatchObject({ vendor })
    expect((await ann.post('/chat/window', card)).body).toMatchObject({ url: expect.stringContaining(sandbox.url) })
    await eventually(() => expect(crm.lines.filter((line) => line.includes('contacts saved at'))).not.toEqual([]))
  }
  expect((await erin.put('/api/settings', { vendor: 'whatomate', transport: 'socketio' })).status).toBe(200)
  expect((await ann.get('/chat/session')).body).toMatchObject({ vendor: 'whatomate' })
  expect((await ann.get('/api/settings')).body).toMatchObject({
    settings: { vendor: 'whatomate', transport: 'socketio' },
    vendors: expect.arrayContaining([
      { vendor: 'wazzup-v2', isConfigured: true, missing: expect.arrayContaining(['exports']) },
      { vendor: 'whatomate', isConfigured: true, missing: expect.arrayContaining(['chatWindow', 'saveContacts']) },
    ]),
  })
})

it('ends the live streams of the old vendor, and serves new ones', async () => {
  const { crm, erin } = await startBoth()
  const ann = await crm.logIn('ann')
  const open = () => fetch(`${crm.url}/chat/events`, { headers: { cookie: ann.cookie() } })
  const ended = (await open()).text()
  await erin.put('/api/settings', { vendor: 'wazzup-v3', transport: 'sse' })
  expect(await ended).toContain('event: drain')
  const next = await open()
  expect(next.status).toBe(200)
  await next.body?.cancel()
})

it('keeps the choice over a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-settings-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const data = join(folder, 'crm.sqlite')
  const { crm, erin, sandbox } = await startBoth({ data })
  await erin.put('/api/settings', { vendor: 'wazzup-tech', transport: 'socketio' })
  await crm.close()
  const again = await startTestCrm({ data, apiKey: sandbox.apiKey, wazzupUrl: sandbox.url })
  const { body } = await (await again.logIn('ben')).get('/api/settings')
  expect(body).toMatchObject({ settings: { vendor: 'wazzup-tech', transport: 'socketio' } })
})

it('is for administrators, and for vendors with a key', async () => {
  const { crm, erin } = await startBoth({ whatomate: undefined })
  for (const name of ['ann', 'carla', 'dov']) {
    const { status } = await (await crm.logIn(name)).put('/api/settings', { vendor: 'wazzup-v3', transport: 'sse' })
    expect(status, name).toBe(403)
  }
  expect((await crm.visitor().get('/api/settings')).status).toBe(401)
  const { status, body } = await erin.put('/api/settings', { vendor: 'whatomate', transport: 'sse' })
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { fields: { vendor: 'no_key' } } })
  expect((await erin.put('/api/settings', { vendor: 'other', transport: 'sse' })).status).toBe(400)
  expect((await erin.get('/api/settings')).body).toMatchObject({ settings: { vendor: 'wazzup-v2' } })
})

it('receives from the new vendor, and tells administrators how webhooks do, without the secret', async () => {
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const { crm, erin, sandbox } = await startBoth({ port, webhooks: { secret, publicUrl } })
  const registered = async () =>
    expect((await erin.get('/api/webhooks')).body).toMatchObject({ registeredAt: expect.any(Number) })
  await eventually(registered)
  await erin.put('/api/settings', { vendor: 'wazzup-v3', transport: 'sse' })
  await eventually(registered)
  await sandbox.simulate.message({ ...marias, text: 'Hello' })
  await eventually(async () =>
    expect((await erin.get('/api/webhooks')).body).toEqual({
      isReceiving: true,
      address: `${publicUrl}/chat/webhooks/…`,
      registeredAt: expect.any(Number),
      problem: null,
      lastAt: expect.any(Number),
      eventCount: expect.any(Number),
    }),
  )
  await eventually(() =>
    expect(new Set(sandbox.webhooks.list().map(({ status }) => status))).toEqual(new Set(['delivered'])),
  )
  const { body } = await (await crm.logIn('ann')).get('/chat/conversations/whatsapp~79998887766/messages')
  expect((body as { messages: unknown[] }).messages).toHaveLength(1) // Both vendors told of it.
  expect(JSON.stringify(erin.responses.map(({ text }) => text))).not.toContain(secret)
  expect((await (await crm.logIn('carla')).get('/api/webhooks')).status).toBe(404)
})

it('acknowledges what a vendor sends that is not used any more, and stores nothing of it', async () => {
  const port = await findFreePort()
  const { crm, erin, sandbox } = await startBoth({ port, webhooks: { secret, publicUrl: `http://127.0.0.1:${port}` } })
  await eventually(() => expect(crm.lines.join()).toContain('webhooks registered at the vendor'))
  await erin.put('/api/settings', { vendor: 'whatomate', transport: 'sse' })
  const [endpoint] = (await sandbox.webhooks.endpoints()).filter(({ vendor }) => vendor === 'wazzup-v2')
  const message = {
    messageId: 'm1',
    channelId: 'c',
    ...marias,
    type: 1,
    text: 'Late',
    dateTime: Date.now(),
    status: 99,
  }
  const response = await fetch(endpoint?.url ?? '', { method: 'POST', body: JSON.stringify({ messages: [message] }) })
  expect(response.status).toBe(200)
  await erin.put('/api/settings', { vendor: 'wazzup-v2', transport: 'sse' })
  const { body } = await (await crm.logIn('ann')).get('/chat/conversations/whatsapp~79998887766/messages')
  expect(body).toMatchObject({ messages: [] })
  expect((await fetch(`${crm.url}/chat/webhooks/${'x'.repeat(43)}`, { method: 'POST', body: '{}' })).status).toBe(404)
})
