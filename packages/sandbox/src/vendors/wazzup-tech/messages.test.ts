import { isWazzupTechError, type MessageParameters } from '@crm-chat/vendors/wazzup-tech'
import { describe, expect, it } from 'vitest'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { techMessageExamples as examples } from '../../../test/fixtures/techMessageExamples.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { saveUser } from '../../../test/saveUser.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech, createTechClient, techRefusal } from '../../../test/techClient.ts'
import type { Sandbox } from '../../index.ts'

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
const meta = { timestamp: expect.any(Number) }
const hello: MessageParameters = {
  channel_id: channelIds.whatsapp,
  recipient: { chat_type: 'whatsapp', chat_id: ann.chatId },
  text: 'Hello, Ann',
}

/** Sends a text and gives the id of the message, as the customer's phone has it. */
async function send(sandbox: Sandbox, parameters: MessageParameters = hello): Promise<string> {
  await createTechClient(sandbox).sendMessage(parameters)
  const { chat_type: chatType, chat_id } = parameters.recipient
  return (await getMessages(sandbox, { chatType, chatId: String(chat_id) })).at(-1)?.messageId ?? ''
}

describe('messages of the tech API, by the documents', () => {
  it.each([
    ['a text', examples['Sending a Message, text'], 79_999_999_999],
    ['a file', examples['Sending a Message, file'], 37_193_850_059],
    ['a template with buttons', examples['Sending a Message, template'], 37_193_850_059],
  ])('are accepted: %s', async (_, body, chat_id) => {
    const sandbox = await startSandbox({ seed: { settings: { links: 'trust' } } })
    const { status, json } = await callTech(sandbox, 'POST /v2/messages', body)
    expect({ status, json }).toEqual({ status: 200, json: { data: { request_id: uuid, chat_id }, meta } })
  })

  it('are edited', async () => {
    const sandbox = await startSandbox()
    const message_id = await send(sandbox)
    const { json } = await callTech(sandbox, `PATCH /v2/messages/${message_id}`, examples['Edit a Message'])
    expect(json).toEqual({ data: { message_id, chat_id: ann.chatId }, meta })
    expect(await getMessages(sandbox, ann)).toMatchObject([{ text: 'Edited message' }])
  })

  it('are deleted, once', async () => {
    const sandbox = await startSandbox()
    const message_id = await send(sandbox)
    const { json } = await callTech(sandbox, `DELETE /v2/messages/${message_id}`)
    expect(json).toEqual({ data: { message_id, chat_id: ann.chatId }, meta })
    expect(await callTech(sandbox, `DELETE /v2/messages/${message_id}`)).toMatchObject({ status: 404 })
  })

  it('cannot have both text and a file', async () => {
    const sandbox = await startSandbox()
    const { attachment } = examples['Sending a Message, file']
    const body = { ...examples['Sending a Message, text'], attachment }
    expect(await callTech(sandbox, 'POST /v2/messages', body)).toMatchObject({
      status: 400,
      json: techRefusal('Cannot provide more than one of text, attachment or template'),
    })
  })
})

describe('the client of the tech API, on messages of the sandbox', () => {
  it('sends a message, which reaches the phone by the clock', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    await send(sandbox)
    expect(await getMessages(sandbox, ann)).toMatchObject([{ status: 'sending', text: 'Hello, Ann' }])
    sandbox.clock.advance(200)
    await expect.poll(() => getMessages(sandbox, ann)).toMatchObject([{ status: 'sent' }])
    sandbox.clock.advance(1_000)
    await expect.poll(() => getMessages(sandbox, ann)).toMatchObject([{ status: 'delivered' }])
    await sandbox.simulate.message({ ...ann, text: 'Hi' })
    await expect.poll(() => getMessages(sandbox, ann)).toMatchObject([{ status: 'read' }, {}])
  })

  it('clears the counter, unless the request keeps it', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    await saveUser(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await client.sendMessage({ ...hello, reset_unanswered: false })
    expect(await client.fetchUnanswered({ user_id: '7' })).toMatchObject({ count: 1, tone: 'red' })
    await client.sendMessage(hello)
    expect(await client.fetchUnanswered({ user_id: '7' })).toMatchObject({ count: 0, tone: null })
  })

  it('writes to the username of a contact’s chat', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const contact_data = [{ chat_type: 'telegram', chat_id: bob.chatId, username: 'bobby' } as const]
    await client.saveContacts([{ id: 1, name: 'Bob', responsible_user_id: '7', contact_data, uri: '/contacts/1' }])
    const recipient = { chat_type: 'telegram', username: 'bobby' } as const
    const { chat_id } = await client.sendMessage({ channel_id: channelIds.telegram, recipient, text: 'Hi' })
    expect(chat_id).toBe(bob.chatId)
  })

  it('edits within 15 minutes of the delivery, and not later', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const message_id = await send(sandbox)
    sandbox.clock.advance(15 * 60_000)
    await client.editMessage({ message_id, text: 'Hello again' })
    sandbox.clock.advance(60_000)
    await expect(client.editMessage({ message_id, text: 'Too late' })).rejects.toThrow(/15 minutes/)
  })

  it.each([
    ['an unknown channel', { ...hello, channel_id: '7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd' }, 404, /Channel not found/],
    ["another messenger's channel", { ...hello, channel_id: channelIds.vk }, 400, /vk channel has no whatsapp chats/],
    ['an unknown quote', { ...hello, quoted_message_id: '7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd' }, 404, /Quoted/],
    [
      'buttons where there are none',
      { ...hello, keyboard: { buttons: [{ text: 'Yes', payload: 'yes' }] } },
      400,
      /no buttons/,
    ],
    [
      'a WABA text that is too long',
      { ...hello, channel_id: examples['Sending a Message, text'].channel_id, text: 'x'.repeat(1_025) },
      400,
      /1024/,
    ],
  ])('is rejected for %s', async (_, parameters, status, message) => {
    const sandbox = await startSandbox()
    const sending = createTechClient(sandbox).sendMessage(parameters)
    await expect(sending).rejects.toMatchObject({ status, message: expect.stringMatching(message) })
  })

  it('is rejected for a channel that does not work, with the reason', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const { channel_id } = await client.createChannel({ transport: 'whatsapp', credentials: {} })
    await expect(client.sendMessage({ ...hello, channel_id })).rejects.toThrow(/status init/)
  })

  it('is rejected for a change that the messenger does not allow', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const recipient = { chat_type: 'vk', chat_id: '17' } as const
    await sandbox.simulate.message({ chatType: 'vk', chatId: '17', text: 'Hello' })
    const message_id = await send(sandbox, { channel_id: channelIds.vk, recipient, text: 'Hello' })
    await expect(client.editMessage({ message_id, text: 'Hi' })).rejects.toThrow(/vk/)
    await expect(client.deleteMessage({ message_id: 'nothing' })).rejects.toMatchObject({ status: 404 })
    const attachment = { url: 'https://example.com/a.png' }
    const edit = client.editMessage({ message_id: await send(sandbox), attachment })
    await expect(edit).rejects.toThrow(/Only the text/)
    expect(isWazzupTechError(await edit.catch((error: unknown) => error), 'MORE_THAN_ONE_CONTENT')).toBe(false)
  })
})

describe('POST /v2/messages', () => {
  it('rejects unknown properties, at any depth', async () => {
    const sandbox = await startSandbox()
    const body = { ...hello, user: 1, recipient: { ...hello.recipient, chatId: '1' } }
    expect(await callTech(sandbox, 'POST /v2/messages', body)).toMatchObject({
      status: 400,
      json: techRefusal('property recipient.chatId should not exist; property user should not exist'),
    })
  })

  it('rejects a body that is not JSON', async () => {
    const sandbox = await startSandbox()
    expect(await callTech(sandbox, 'POST /v2/messages')).toMatchObject({
      status: 400,
      json: techRefusal('The body must be JSON.'),
    })
  })
})
