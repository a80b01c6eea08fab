import { createHmac } from 'node:crypto'
import { parseWhatomateWebhook } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openLiveSocket } from '../../../test/quirks/liveSocket.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate, createWhatomateClient } from '../../../test/whatomateClient.ts'

describe('contacts of Whatomate', () => {
  it('are the people in WhatsApp chats, latest first', async () => {
    const sandbox = await startSandbox()
    const client = createWhatomateClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Not in WhatsApp' })
    sandbox.clock.advance(1_000)
    await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '37190111122', text: 'Hi', name: 'Mia' })
    expect(await collect(client.listContacts())).toMatchObject([
      { name: 'Mia', phone_number: '37190111122', unread_count: 1, service_window_open: true },
      { name: 'Ann', phone_number: ann.chatId, last_message_preview: 'Hello' },
    ])
    expect(await collect(client.listContacts({ search: 'mi' }))).toMatchObject([{ name: 'Mia' }])
  })

  it('are added, changed, found by tag, assigned and deleted', async () => {
    const sandbox = await startSandbox()
    const client = createWhatomateClient(sandbox)
    const body = { phone_number: '+37190111122', profile_name: 'Mia', tags: ['vip'], metadata: { crm: '17' } }
    const { json } = await callWhatomate(sandbox, 'POST /api/contacts', body)
    const id = (json as { data: { id: string } }).data.id
    expect(await callWhatomate(sandbox, 'POST /api/contacts', body)).toMatchObject({ status: 409 })
    await callWhatomate(sandbox, `PUT /api/contacts/${id}`, { profile_name: 'Mia K.' })
    await callWhatomate(sandbox, `PUT /api/contacts/${id}/assign`, { user_id: 'agent-1' })
    const changed = {
      id,
      phone_number: '37190111122',
      name: 'Mia K.',
      metadata: { crm: '17' },
      assigned_user_id: 'agent-1',
    }
    expect(await collect(client.listContacts({ tags: ['new', 'vip'] }))).toMatchObject([changed])
    expect(await collect(client.listContacts({ tags: ['new'] }))).toEqual([])
    expect(await callWhatomate(sandbox, `PUT /api/contacts/${id}`, {})).toMatchObject({
      status: 400,
      json: { message: 'No fields to update' },
    })
    await callWhatomate(sandbox, `DELETE /api/contacts/${id}`)
    await expect(client.fetchContact({ contact_id: id })).rejects.toMatchObject({ status: 404 })
    expect(await callWhatomate(sandbox, 'POST /api/contacts', body)).toMatchObject({ json: { data: { id } } })
  })

  it('are masked, read by a bot, or without a read mark, with the quirks for it', async () => {
    const quirks = ['whatomate.maskedPhones', 'whatomate.botReads', 'whatomate.noMarkRead']
    const sandbox = await startSandbox({ quirks })
    const client = createWhatomateClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const [contact] = await collect(client.listContacts())
    expect(contact).toMatchObject({ phone_number: '*******7766', unread_count: 0 })
    await expect(client.markContactRead({ contact_id: contact?.id ?? '' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the client of Whatomate, on contacts of the sandbox', () => {
  it('adds, changes, tags, assigns and deletes one', async () => {
    const client = createWhatomateClient(await startSandbox())
    const { id: contact_id } = await client.createContact({ phone_number: '+37190111122', metadata: { crm: 17 } })
    await client.updateContact({ contact_id, profile_name: 'Mia' })
    await client.tagContact({ contact_id, tags: ['vip'] })
    await client.assignContact({ contact_id, user_id: 'agent-1' })
    const mia = { name: 'Mia', phone_number: '37190111122', metadata: { crm: 17 }, tags: ['vip'] }
    expect(await client.fetchContact({ contact_id })).toMatchObject({ ...mia, assigned_user_id: 'agent-1' })
    await client.assignContact({ contact_id, user_id: null })
    expect((await client.fetchContact({ contact_id })).assigned_user_id).toBeUndefined()
    await client.deleteContact({ contact_id })
    expect(await collect(client.listContacts())).toEqual([])
  })

  it('finds a deleted one again, with its id and history, once the customer has written', async () => {
    const sandbox = await startSandbox()
    const client = createWhatomateClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const [contact] = await collect(client.listContacts())
    const contact_id = contact?.id ?? ''
    await client.tagContact({ contact_id, tags: ['vip'] })
    await client.createNote({ contact_id, content: 'Wants an offer' })
    await client.sendMessage({ contact_id, type: 'text', text: 'Good morning' })
    await client.deleteContact({ contact_id })
    const { told } = await openLiveSocket(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Are you there?' })
    expect(await collect(client.listContacts({ search: ann.chatId }))).toMatchObject([
      { id: contact_id, profile_name: 'Ann', tags: ['vip'], unread_count: 2 },
    ])
    const { messages } = await client.fetchMessages({ contact_id })
    expect(messages.map(({ content }) => content.body)).toEqual(['Hello', 'Good morning', 'Are you there?'])
    expect(await collect(client.listNotes({ contact_id }))).toMatchObject([{ content: 'Wants an offer' }])
    const newMessages = () => told.filter(({ type }) => type === 'new_message')
    await expect.poll(newMessages).toMatchObject([{ payload: { contact_id, content: { body: 'Are you there?' } } }])
    await client.deleteContact({ contact_id })
    await sandbox.simulate.message({ ...ann, text: 'Hello?' })
    expect(await client.fetchContact({ contact_id })).toMatchObject({ last_message_preview: 'Hello?' })
  })

  it('does not find a deleted one again for a message of the company', async () => {
    const sandbox = await startSandbox()
    const client = createWhatomateClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const [contact] = await collect(client.listContacts())
    await client.deleteContact({ contact_id: contact?.id ?? '' })
    await sandbox.simulate.reply({ ...ann, text: 'Good morning' })
    expect(await collect(client.listContacts())).toEqual([])
    await sandbox.simulate.message({ ...ann, text: 'Hello again' })
    expect(await collect(client.listContacts())).toMatchObject([{ id: contact?.id }])
  })

  it("sees the last message, with a capital for the company's files", async () => {
    const sandbox = await startSandbox()
    const client = createWhatomateClient(sandbox)
    const content = 'https://example.com/door.png'
    await sandbox.simulate.message({ ...ann, content })
    const preview = async () => (await collect(client.listContacts()))[0]?.last_message_preview
    expect(await preview()).toBe('[image]')
    const [contact] = await collect(client.listContacts())
    const file = new Blob(['a page'], { type: 'application/pdf' })
    const contact_id = contact?.id ?? ''
    await client.sendMedia({ contact_id, type: 'document', file, filename: 'offer.pdf', caption: '' })
    expect(await preview()).toBe('[Document: offer.pdf]')
  })

  it('reads only the messages of one WhatsApp account', async () => {
    const sandbox = await startSandbox()
    const client = createWhatomateClient(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const [contact] = await collect(client.listContacts())
    const count = async (account?: string) =>
      (await client.fetchMessages({ contact_id: contact?.id ?? '', account })).messages.length
    expect([await count(), await count('Sandbox'), await count('Another')]).toEqual([1, 1, 0])
  })
})

describe('webhooks of Whatomate', () => {
  it('are signed, and report messages', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const secret = 'a-secret'
    const events = ['message.incoming', 'message.sent']
    const { json } = await callWhatomate(sandbox, 'POST /api/webhooks', {
      name: 'CRM',
      url: receiver.url,
      events,
      secret,
    })
    expect(json).toMatchObject({ data: { name: 'CRM', events, has_secret: true } })
    expect(JSON.stringify(json)).not.toContain(secret)
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await expect.poll(() => receiver.calls).toHaveLength(1)
    const [call] = receiver.calls
    const signature = createHmac('sha256', secret)
      .update(call?.text ?? '')
      .digest('hex')
    expect(call?.headers['x-webhook-signature']).toBe(`sha256=${signature}`)
    const { headers = {}, text = '' } = call ?? {}
    expect(await parseWhatomateWebhook({ headers, body: text, options: { secret } })).toMatchObject([
      { kind: 'message', message: { direction: 'incoming', text: 'Hello' } },
    ])
  })

  it('are tested, switched off and removed', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const made = await callWhatomate(sandbox, 'POST /api/webhooks', {
      name: 'CRM',
      url: receiver.url,
      events: ['message.incoming'],
    })
    const { id } = (made.json as { data: { id: string } }).data
    expect(await callWhatomate(sandbox, `POST /api/webhooks/${id}/test`)).toMatchObject({ status: 200 })
    receiver.answer.status = 500
    expect(await callWhatomate(sandbox, `POST /api/webhooks/${id}/test`)).toMatchObject({ status: 502 })
    await callWhatomate(sandbox, `PUT /api/webhooks/${id}`, { is_active: false })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    expect(await callWhatomate(sandbox, `DELETE /api/webhooks/${id}`)).toMatchObject({ status: 200 })
    expect((await callWhatomate(sandbox, 'GET /api/webhooks')).json).toMatchObject({ data: { webhooks: [] } })
    expect(receiver.calls.map(({ json }) => json)).toMatchObject([{ event: 'test' }, { event: 'test' }])
  })

  it('are rejected without a name, an address or an event', async () => {
    const sandbox = await startSandbox()
    expect(await callWhatomate(sandbox, 'POST /api/webhooks', { name: 'CRM' })).toMatchObject({
      status: 400,
      json: { message: 'name and url are required' },
    })
    expect(
      await callWhatomate(sandbox, 'POST /api/webhooks', { name: 'CRM', url: 'https://crm.example.com' }),
    ).toMatchObject({
      status: 400,
      json: { message: 'at least one event must be selected' },
    })
  })
})
