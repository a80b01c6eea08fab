import { describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.ts'
import { callSandbox } from './callSandbox.ts'
import { callV3 } from './callV3.ts'
import { channelIds } from './fixtures/channels.ts'
import { getMessages } from './getMessages.ts'
import { startReceiver } from './startReceiver.ts'
import { startSandbox } from './startSandbox.ts'

/** Databases and programs in C take a NUL for the end of a text. */
const text = 'before\0after'

async function read(sandbox: Sandbox, path: string): Promise<unknown> {
  const { status, json } = await callV3(sandbox, `GET ${path}`)
  expect(status).toBe(200)
  return json
}

describe('a text with NUL', () => {
  it('is stored completely in each of the lists that a CRM uploads', async () => {
    const sandbox = await startSandbox()
    const upload = async (route: string, body: unknown): Promise<void> => {
      expect(await callV3(sandbox, route, { body })).toMatchObject({ status: 200 })
    }
    const chat = { chatType: 'vk', chatId: text }
    await upload('POST /v3/users', [{ id: 'u\0', name: text }])
    await upload('POST /v3/contacts', [{ id: 'c\0', responsibleUserId: 'u\0', name: text, contactData: [chat] }])
    await upload('POST /v3/deals', [
      { id: 'd\0', responsibleUserId: 'u\0', name: text, contacts: ['c\0'], closed: false },
    ])
    await upload('POST /v3/pipelines', [{ id: 'p\0', name: text, stages: [{ id: 's\0', name: text }] }])
    expect(await read(sandbox, '/v3/users/u%00')).toMatchObject({ id: 'u\0', name: text })
    expect(await read(sandbox, '/v3/contacts/c%00')).toMatchObject({ name: text, contactData: [chat] })
    expect(await read(sandbox, '/v3/deals/d%00')).toMatchObject({ name: text, contacts: ['c\0'] })
    expect(await read(sandbox, '/v3/pipelines')).toMatchObject([{ id: 'p\0', name: text, stages: [{ name: text }] }])
    expect(await callV3(sandbox, 'GET /v3/users/u')).toMatchObject({ status: 404 })
  })

  it('is stored completely in messages, and its chats are not one another', async () => {
    const sandbox = await startSandbox()
    const [one, other] = ['nul\0x', 'nul'].map((chatId) => ({ chatType: 'vk', chatId }) as const)
    await sandbox.simulate.message({ chatType: 'vk', chatId: 'nul\0x', text, name: text })
    await sandbox.simulate.message({ chatType: 'vk', chatId: 'nul', text: 'Other' })
    const body = { ...one, channelId: channelIds.vk, text }
    expect(await callV3(sandbox, 'POST /v3/message', { body })).toMatchObject({
      status: 201,
      json: { chatId: 'nul\0x' },
    })
    expect(one && (await getMessages(sandbox, one))).toMatchObject([{ text }, { text }])
    expect(other && (await getMessages(sandbox, other))).toMatchObject([{ text: 'Other' }])
    expect((await callSandbox(sandbox, 'GET /_sandbox/chats')).json).toMatchObject({
      chats: [{ chatId: 'nul\0x', name: text }, { chatId: 'nul' }],
    })
  })

  it("is stored completely in a file's name", async () => {
    const sandbox = await startSandbox()
    const file = { name: 'a\0b.txt', type: 'text/plain', data: Buffer.from('Hello').toString('base64') }
    const body = { chatType: 'vk', chatId: '1', file }
    expect(await callSandbox(sandbox, 'POST /_sandbox/simulate/message', { body })).toMatchObject({ status: 201 })
    const [message] = await getMessages(sandbox, { chatType: 'vk', chatId: '1' })
    const response = await fetch(String(message?.content))
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''a%00b.txt")
    expect(await response.text()).toBe('Hello')
  })

  it('arrives completely by webhook, and survives an export and a snapshot', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const settings = { webhooksUri: receiver.url, subscriptions: { messagesAndStatuses: true } }
    await callV3(sandbox, 'PATCH /v3/webhooks', { body: settings })
    receiver.calls.length = 0
    await sandbox.simulate.message({ chatType: 'vk', chatId: 'nul\0x', text })
    await expect.poll(() => receiver.calls[0]?.json).toMatchObject({ messages: [{ chatId: 'nul\0x', text }] })
    const copy = await createSandbox({ port: 0 })
    await copy.restore(await sandbox.snapshot())
    expect(await getMessages(copy, { chatType: 'vk', chatId: 'nul\0x' })).toMatchObject([{ text }])
    await copy.close()
  })
})
