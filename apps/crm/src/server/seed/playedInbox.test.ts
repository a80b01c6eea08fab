import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { conversations } from '../../../../../scripts/inbox/conversations.ts'
import { playInbox } from '../../../../../scripts/inbox/playInbox.ts'
import { findFreePort } from '../../../../../scripts/ports.ts'
import { startTestCrm, type TestCrm } from '../../../test/startTestCrm.ts'
import { seedContacts } from './seedContacts.ts'

const secret = 'a-secret-of-the-tests-1'

async function startBoth(): Promise<{ sandbox: Sandbox; crm: TestCrm }> {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const port = await findFreePort()
  const webhooks = { secret, publicUrl: `http://127.0.0.1:${port}` }
  const crm = await startTestCrm({ port, apiKey: sandbox.apiKey, wazzupUrl: sandbox.url, webhooks })
  return { sandbox, crm }
}

it('shows the same past in the CRM and at the vendor, with the unanswered chats of today', async () => {
  const { sandbox, crm } = await startBoth()
  const { url: sandboxUrl, apiKey } = sandbox
  expect(await playInbox({ sandboxUrl, apiKey, crmUrl: crm.url })).toBe(true)

  const ann = await crm.logIn('ann')
  const { body } = await ann.get('/chat/conversations/whatsapp~79998887766/messages')
  const marias = (body as { messages: { text?: string; direction: string; at: string }[] }).messages // As the proxy's contract says.
  const { messages } = await readJson(`${sandboxUrl}/_sandbox/messages?chatType=whatsapp&chatId=79998887766`, apiKey)
  const atVendor = messages as { text: string | null; direction: string; at: string; status: string }[] // The sandbox's own.
  expect(marias.map(({ text, direction, at }) => ({ text: text ?? null, direction, at }))).toEqual(
    atVendor.map(({ text, direction, at }) => ({ text, direction, at })),
  )
  expect(marias).toHaveLength(conversations[0]?.lines.length ?? 0)
  const minutesAgo = (Date.now() - Date.parse(marias.at(-1)?.at ?? '')) / 60_000
  expect(minutesAgo).toBeGreaterThan(11)
  expect(minutesAgo).toBeLessThan(20)

  const { chats } = await readJson(`${sandboxUrl}/_sandbox/chats`, apiKey)
  const listed = chats as { chatId: string; unanswered: number; lastAt: number }[] // The sandbox's own.
  expect(listed).toHaveLength(conversations.length)
  expect(listed.filter(({ unanswered }) => unanswered > 0).map(({ chatId }) => chatId)).toEqual([
    '410293847',
    '79998887766',
    '447700900480',
    '55501234',
    'studio.marchetti.example',
    '79998887766-1611143663',
    '33639981234',
    '12125550178',
  ])
  const statuses = sandbox.webhooks.list().map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set(['delivered']))
  expect(JSON.stringify(await sandbox.snapshot())).not.toContain('"status":"failed"')
})

it('plays nothing into a sandbox that has chats', async () => {
  const { sandbox, crm } = await startBoth()
  await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '79998887766', text: 'Hello' })
  expect(await playInbox({ sandboxUrl: sandbox.url, apiKey: sandbox.apiKey, crmUrl: crm.url })).toBe(false)
  const { chats } = await readJson(`${sandbox.url}/_sandbox/chats`, sandbox.apiKey)
  expect(chats).toHaveLength(1)
})

it('says that the CRM receives nothing, and leaves the clock alone', async () => {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const playing = playInbox({
    sandboxUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    crmUrl: 'http://127.0.0.1:9',
    timeoutMs: 1,
  })
  await expect(playing).rejects.toThrow('the CRM receives no webhooks')
  expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(60_000)
})

it('knows the accounts of contacts, and two people who are none', () => {
  const known = new Set(
    seedContacts.flatMap(({ chats }) => chats.map(({ chatType, chatId }) => `${chatType}:${chatId}`)),
  )
  const strangers = conversations.filter(({ chatType, chatId }) => !known.has(`${chatType}:${chatId}`))
  expect(strangers.map(({ name }) => name)).toEqual(['New wing, Hotel Skärgården', 'Grace Okoye', 'Henrik'])
})

async function readJson(url: string, apiKey: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, { headers: { 'x-sandbox-key': apiKey } })
  return (await response.json()) as Record<string, unknown> // The sandbox's answers are objects.
}
