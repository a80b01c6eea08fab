import { parseWebhook } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createTechClient } from '../../../test/techClient.ts'

async function start() {
  const sandbox = await startSandbox()
  return { sandbox, client: createV3Client(sandbox), receiver: await startReceiver() }
}

const off = {
  messagesAndStatuses: false,
  contactsAndDealsCreation: false,
  channelsUpdates: false,
  templateStatus: false,
}

describe("API v3's webhooks", () => {
  it('are set after a test call, and read; kinds not requested are off', async () => {
    const { client, receiver } = await start()
    expect(await client.fetchWebhooks()).toEqual({ webhooksUri: null, subscriptions: off })
    await client.setWebhooks({ webhooksUri: receiver.url, subscriptions: { channelsUpdates: true } })
    expect(receiver.calls).toMatchObject([{ json: { test: true } }])
    expect(receiver.calls[0]?.headers).toMatchObject({ 'content-type': 'application/json; charset-utf-8' })
    expect(receiver.calls[0]?.headers).not.toHaveProperty('authorization')
    expect(await client.fetchWebhooks()).toEqual({
      webhooksUri: receiver.url,
      subscriptions: { ...off, channelsUpdates: true },
    })
  })

  it('stay unchanged for an invalid address, or one that does not respond 200', async () => {
    const { sandbox, client, receiver } = await start()
    await client.setWebhooks({ webhooksUri: receiver.url, subscriptions: { messagesAndStatuses: true } })
    receiver.answer.status = 404
    const patch = (body: unknown) => callV3(sandbox, 'PATCH /v3/webhooks', { body })
    expect(await patch({ webhooksUri: `${receiver.url}2` })).toMatchObject({
      status: 400,
      json: { error: 'testPostNotPassed', data: { status: 404 } },
    })
    for (const webhooksUri of ['nowhere', 'ftp://example.com', `https://example.com/${'x'.repeat(200)}`, undefined]) {
      expect(await patch({ webhooksUri })).toMatchObject({ status: 400, json: { error: 'uriNotValid' } })
    }
    const invalid = { webhooksUri: receiver.url, subscriptions: { messagesAndStatuses: 'always' } }
    expect(await patch(invalid)).toMatchObject({ status: 400, json: { error: 'VALIDATION_ERROR' } })
    expect(await client.fetchWebhooks()).toMatchObject({
      webhooksUri: receiver.url,
      subscriptions: { messagesAndStatuses: true },
    })
  })

  it.each(['templateStatus', 'templateStatuses', 'wabaTemplatesStatus'])(
    'are set by the text OK, with the switch of templates under the name %s',
    async (name) => {
      const { sandbox, client, receiver } = await start()
      const body = { webhooksUri: receiver.url, subscriptions: { [name]: true, everything: true } }
      const answer = await callV3(sandbox, 'PATCH /v3/webhooks', { body })
      expect({ ...answer, headers: answer.headers.get('content-type') }).toMatchObject({
        status: 200,
        text: 'OK',
        headers: expect.stringMatching(/^text\/plain/),
      })
      expect(await client.fetchWebhooks()).toMatchObject({ subscriptions: { ...off, templateStatus: true } })
      expect(sandbox.requests({ operation: 'wazzup-v3.setWebhooks' })).toMatchObject([
        { ignoredFields: ['subscriptions.everything'] },
      ])
    },
  )

  it('can be set again with what was read, under either name', async () => {
    const { sandbox, client, receiver } = await start()
    await client.setWebhooks({ webhooksUri: receiver.url, subscriptions: { templateStatus: true } })
    for (const renamed of [false, true]) {
      sandbox.quirks.set('wazzup-v3.wabaTemplatesStatus', renamed)
      const { json: body } = await callV3(sandbox, 'GET /v3/webhooks')
      expect(await callV3(sandbox, 'PATCH /v3/webhooks', { body })).toMatchObject({ status: 200, text: 'OK' })
      expect(await client.fetchWebhooks()).toMatchObject({ subscriptions: { templateStatus: true } })
    }
  })

  it('report a message and the status of the reply, and authenticate with the crmKey', async () => {
    const { sandbox, client, receiver } = await start()
    const body = { webhooksUri: receiver.url, subscriptions: { messagesAndStatuses: true }, crmKey: 'crm-secret' }
    await callV3(sandbox, 'PATCH /v3/webhooks', { body })
    const incoming = await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'anka' })
    await client.saveUsers([{ id: '7', name: 'Kate' }])
    const sent = await client.sendMessage({ ...ann, channelId: channelIds.whatsapp, text: 'Hi', crmUserId: '7' })
    await client.editMessage({ messageId: sent.messageId, text: 'Good day' })
    await client.deleteMessage(sent.messageId)
    await expect.poll(() => receiver.calls.length).toBe(5)
    expect(receiver.calls.every(({ headers }) => headers.authorization === 'Bearer crm-secret')).toBe(true)
    const echo = { messageId: sent.messageId, isEcho: true, authorName: 'Kate', authorId: '7', sentFromApp: false }
    const old = { oldAuthorId: '7', oldAuthorName: 'Kate' }
    expect(receiver.calls.slice(1).map(({ json }) => json)).toMatchObject([
      {
        messages: [
          {
            messageId: incoming.messageId,
            channelId: channelIds.whatsapp,
            ...ann,
            type: 'text',
            isEcho: false,
            contact: { name: 'anka' },
            text: 'Hello',
            status: 'inbound',
          },
        ],
      },
      { messages: [{ ...echo, text: 'Hi', status: 'sent' }] },
      { messages: [{ ...echo, text: 'Good day', isEdited: true, oldInfo: { ...old, oldText: 'Hi' } }] },
      { messages: [{ ...echo, isDeleted: true, oldInfo: { ...old, oldText: 'Good day' } }] },
    ])
    const events = await parseWebhook('wazzup-v3', receiver.calls[1]?.headers ?? {}, receiver.calls[1]?.text ?? '', {
      crmKey: 'crm-secret',
    })
    expect(events).toMatchObject([{ kind: 'message', message: { text: 'Hello' } }])
  })

  it('request a contact for a new customer, and keep the one in the response', async () => {
    const { sandbox, client, receiver } = await start()
    const subscriptions = { contactsAndDealsCreation: true }
    await client.setWebhooks({ webhooksUri: receiver.url, subscriptions })
    const contact = { id: 'c-1', responsibleUserId: '7', name: 'Ann Larsen', contactData: [ann] }
    receiver.answer.body = JSON.stringify(contact)
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'anka' })
    await expect.poll(async () => (await callV3(sandbox, 'GET /v3/contacts/c-1')).json).toEqual(contact)
    await sandbox.simulate.message({ ...ann, text: 'Hello again' })
    const [, ...asked] = receiver.calls.map(({ json }) => json)
    expect(asked).toEqual([
      { createContact: { responsibleUserId: null, name: 'anka', contactData: [ann], source: 'auto' } },
    ])
  })

  it('report an approved template', async () => {
    const { sandbox, client, receiver } = await start()
    await client.setWebhooks({ webhooksUri: receiver.url, subscriptions: { templateStatus: true } })
    const template = {
      title: 'greeting',
      waba: { waba_id: '1', waba_name: 'Shop' },
      channels: ['24197d5f-06de-421f-8576-9f6e6cb67f28'],
      category: 'UTILITY' as const,
      language: 'en',
      components: [{ type: 'BODY' as const, text: 'Hello' }],
    }
    await createTechClient(sandbox).createTemplate({ template, is_draft: false })
    sandbox.clock.advance(2_000)
    await expect
      .poll(() => receiver.calls[1]?.json)
      .toEqual({ templateStatus: { templateGuid: expect.any(String), name: 'greeting', status: 'approved' } })
  })

  it('change their format with quirks', async () => {
    const sandbox = await startSandbox({ quirks: ['wazzup-v3.webhookTexts', 'wazzup-v3.wabaTemplatesStatus'] })
    const { url } = await startReceiver()
    const client = createV3Client(sandbox)
    await client.setWebhooks({ webhooksUri: url, subscriptions: { templateStatus: true } })
    expect((await callV3(sandbox, 'GET /v3/webhooks')).json).toMatchObject({
      subscriptions: { messagesAndStatuses: 'false', wabaTemplatesStatus: 'true' },
    })
    expect(await client.fetchWebhooks()).toMatchObject({ subscriptions: { ...off, templateStatus: true } })
  })
})
