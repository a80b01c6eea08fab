import { describe, expect, it } from 'vitest'
import { createWebhookSink } from './createWebhookSink.ts'
import { ann, channelIds, kate } from './people.ts'
import { need, type Opened, shareSandbox } from './vendors.ts'

const open = shareSandbox()

/** Sends a message and returns its id, which the tech API reports by webhook. */
async function send({ backend }: Opened, channelId: string = channelIds.whatsapp): Promise<string> {
  const webhooks = need(backend, 'webhooks')
  const sink = await createWebhookSink(webhooks)
  await webhooks.register({ url: sink.url })
  await backend.saveUser?.(kate)
  const contact = { id: 'c1', name: 'Ann', responsibleUserId: kate.id, chats: [ann] }
  await backend.entities?.contacts?.save?.run([contact], { signal: new AbortController().signal })
  const { messageId } = await need(backend, 'messages').send({
    user: kate,
    request: { channelId, to: ann, text: 'Helo' },
  })
  if (backend.name !== 'wazzup-tech') return messageId
  await expect.poll(() => sink.events.filter(({ kind }) => kind === 'status')).not.toEqual([])
  const status = sink.events.find((event) => event.kind === 'status')
  return status?.kind === 'status' && status.requestId === messageId ? status.messageId : 'unknown'
}

async function read({ control }: Opened): Promise<{ text: string | null }[]> {
  const { messages } = (await control(`GET /_sandbox/messages?${new URLSearchParams(ann)}`)) as {
    messages: { text: string | null }[]
  } // Ours.
  return messages
}

describe.each(['wazzup-v3', 'wazzup-tech'] as const)('a message of %s', (vendor) => {
  it('is edited and deleted', async () => {
    const opened = await open(vendor)
    const messageId = await send(opened)
    const { edit, delete: remove } = need(opened.backend, 'messages')
    await edit?.({ user: kate, messageId, edit: { text: 'Hello' } })
    expect((await read(opened)).map(({ text }) => text)).toEqual(['Hello'])
    await remove?.({ user: kate, messageId })
    expect(await read(opened)).toMatchObject([{ deleted: true }])
  })

  it('is not edited with a text and a file, nor one that does not exist', async () => {
    const opened = await open(vendor)
    const { edit } = need(opened.backend, 'messages')
    const both = { text: 'Hello', fileUrl: 'https://example.com/a.png' }
    await expect(edit?.({ user: kate, messageId: 'm-1', edit: both })).rejects.toMatchObject({
      code: 'invalid_request',
    })
    const unknown = edit?.({ user: kate, messageId: '00000000-0000-4000-8000-000000000000', edit: { text: 'Hello' } })
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not edited when it is too late, with a sentence that says so', async () => {
    const opened = await open(vendor)
    const messageId = await send(opened)
    opened.account.clock.advance(16 * 60_000)
    const late = need(opened.backend, 'messages').edit?.({ user: kate, messageId, edit: { text: 'Hello' } })
    const code = vendor === 'wazzup-v3' ? 'invalid_request' : 'upstream_refused'
    await expect(late).rejects.toMatchObject({ name: 'OperationError', code })
  })
})

it('a message with the same id of the CRM is not sent a second time', async () => {
  const opened = await open('wazzup-v3')
  const request = { channelId: channelIds.whatsapp, to: ann, text: 'Hello', crmMessageId: 'm-1' }
  const messages = need(opened.backend, 'messages')
  await messages.send({ user: kate, request })
  await expect(messages.send({ user: kate, request })).rejects.toMatchObject({
    code: 'upstream_refused',
    message: 'A message with this crmMessageId was sent before; this one was not.',
  })
  expect(await read(opened)).toHaveLength(1)
})

it('a message with an id of the CRM that got no response is sent again, and is there once', async () => {
  const opened = await open('wazzup-v3', { timeoutMs: 10_000 })
  opened.account.faults.add({ operation: 'wazzup-v3.sendMessage', times: 1, fault: { kind: 'reset', acted: true } })
  const request = { channelId: channelIds.whatsapp, to: ann, text: 'Hello', crmMessageId: 'm-1' }
  const sent = need(opened.backend, 'messages').send({ user: kate, request })
  await expect(sent).rejects.toMatchObject({
    code: 'upstream_refused',
    message: expect.stringContaining('was sent before'),
  })
  expect(await read(opened)).toHaveLength(1)
})

it('templates are listed with their text and buttons', async () => {
  const { backend } = await open('wazzup-v3')
  const templates = await need(backend, 'templates').list(new AbortController())
  expect(templates).toContainEqual({
    id: '6201005a-9a6f-486f-bdd5-e6cb86c76ddb',
    name: 'sandbox_visit',
    status: 'approved',
    language: 'en',
    category: 'UTILITY',
    body: 'You have an appointment {{1}}. Will you come?',
    buttons: [{ text: 'Yes' }, { text: 'No' }, { text: 'Later' }],
  })
})

it('a webhook of API v3 without the key of the CRM is refused', async () => {
  const { wazzupV3 } = await import('../../src/backends/wazzup-v3/backend.ts')
  const { read: readWebhook } = need(wazzupV3({ apiKey: 'key', crmKey: 'crm-key-1' }), 'webhooks')
  const body = new TextEncoder().encode('{"messages":[]}')
  for (const header of [undefined, 'Bearer', 'Bearer crm-key-2', 'Bearer crm-key-1 ', 'crm-key-1']) {
    await expect(readWebhook({ header: () => header, body })).rejects.toMatchObject({ code: 'forbidden' })
  }
  expect(
    await readWebhook({ header: (name) => (name === 'authorization' ? 'Bearer crm-key-1' : undefined), body }),
  ).toEqual([])
})
