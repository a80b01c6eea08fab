import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { startTestCrm } from '../../../test/startTestCrm.ts'

const secret = 'a-secret-of-the-tests-1'
const marias = { chatType: 'whatsapp', chatId: '79998887766' } as const

it('keeps a customer’s messages, for the user whose contact it is', async () => {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const port = await findFreePort()
  const crm = await startTestCrm({
    port,
    apiKey: sandbox.apiKey,
    wazzupUrl: sandbox.url,
    webhooks: { secret, publicUrl: `http://127.0.0.1:${port}` },
  })
  await eventually(() => expect(crm.lines.join()).toContain('webhooks registered at the vendor'))
  const { messageId } = await sandbox.simulate.message({ ...marias, text: 'Is it still there?' })
  const path = '/chat/conversations/whatsapp~79998887766/messages'
  const ann = await crm.logIn('ann')
  expect((await ann.get('/api/settings')).body).toMatchObject({ isReceiving: true })
  await eventually(async () => {
    const { body } = await ann.get(path)
    expect(body).toMatchObject({ messages: [{ id: messageId, text: 'Is it still there?' }], before: null })
  })
  expect((await (await crm.logIn('ben')).get(path)).status).toBe(403)
  expect((await crm.visitor().get(path)).status).toBe(401)
  expect(crm.lines.join()).not.toContain(secret)
})

it('says that it receives none without a public address', async () => {
  const crm = await startTestCrm({ webhooks: { secret } })
  expect((await (await crm.logIn('ann')).get('/api/settings')).body).toMatchObject({ isReceiving: false })
})

it('says why webhooks could not be registered', async () => {
  const crm = await startTestCrm({ webhooks: { secret, publicUrl: 'http://127.0.0.1:9' } })
  await eventually(() => expect(crm.lines.join()).toContain('webhooks could not be registered'))
  expect((await crm.visitor().get('/livez')).status).toBe(200)
  expect(crm.lines.join()).not.toContain(secret)
})

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // A TCP server's address is no string.
  await new Promise((resolve) => server.close(resolve))
  return port
}
