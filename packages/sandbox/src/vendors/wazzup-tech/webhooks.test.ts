import type { WebhookEventName } from '@crm-chat/vendors/wazzup-tech'
import { parseWazzupTechWebhook } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createTechClient } from '../../../test/techClient.ts'

const meta = { idempotency_key: expect.any(String), timestamp: expect.any(Number) }

/** Subscribes a receiver to events; the test calls of the registration are left out. */
async function subscribe(...events: WebhookEventName[]) {
  const sandbox = await startSandbox()
  const client = createTechClient(sandbox)
  const receiver = await startReceiver()
  await client.createWebhooks(events.map((event) => ({ url: receiver.url, event })))
  const tested = receiver.calls.splice(0)
  const received = () => receiver.calls.map(({ json }) => json)
  const understood = () => receiver.calls.flatMap(({ text }) => parseWazzupTechWebhook({ body: text }))
  return { sandbox, client, receiver, tested, received, understood }
}

describe('subscriptions of the tech API', () => {
  it('are tested with a call, saved, changed and removed', async () => {
    const { client, receiver, tested } = await subscribe('message.add', 'channel.create')
    expect(tested.map(({ json }) => json)).toEqual([{ test: true }])
    const [first, second] = await client.fetchWebhooks()
    expect([first?.event, second?.event].toSorted()).toEqual(['channel.create', 'message.add'])
    await client.updateWebhooks([{ id: first?.id ?? '', url: receiver.url, event: 'message.edit' }])
    await client.deleteWebhooks([second?.id ?? ''])
    expect(await client.fetchWebhooks()).toEqual([{ id: first?.id, url: receiver.url, event: 'message.edit' }])
  })

  it('are rejected if the test call fails', async () => {
    const { client, receiver } = await subscribe('message.add')
    receiver.answer.status = 500
    const creating = client.createWebhooks([{ url: receiver.url, event: 'message.edit' }])
    await expect(creating).rejects.toThrow(/the response was 500/)
    expect(await client.fetchWebhooks()).toHaveLength(1)
    await expect(client.deleteWebhooks(['nothing'])).rejects.toMatchObject({ status: 404 })
  })
})

describe('webhooks of the tech API', () => {
  it('report a customer’s message', async () => {
    const { sandbox, received, understood } = await subscribe('message.add')
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const recipient = { chat_type: 'whatsapp', chat_id: ann.chatId, name: 'Ann', phone: ann.chatId }
    await expect
      .poll(received)
      .toMatchObject([{ event: 'message.add', data: [{ direction: 'inbound', recipient, text: 'Hello' }], meta }])
    expect(understood()).toMatchObject([
      { kind: 'message', message: { chat: ann, direction: 'incoming', text: 'Hello' } },
    ])
  })

  it('report the message id for a request, and each status', async () => {
    const { sandbox, client, understood } = await subscribe('message.status_update', 'message.add')
    const recipient = { chat_type: 'whatsapp', chat_id: ann.chatId } as const
    const { request_id } = await client.sendMessage({ channel_id: channelIds.whatsapp, recipient, text: 'Hello' })
    sandbox.clock.advance(200)
    await expect.poll(understood).toMatchObject([{ kind: 'status', requestId: request_id, status: 'sent' }])
    sandbox.clock.advance(1_000)
    await expect.poll(understood).toMatchObject([{}, { requestId: request_id, status: 'delivered' }])
  })

  it('report messages that staff send in the window, edits and deletions', async () => {
    const { sandbox, client, understood } = await subscribe('message.add', 'message.edit', 'message.delete')
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const { socket } = await openWindow(sandbox, { activeChat: ann })
    await socket.emitWithAck('send', { ...ann, text: 'Hi', clientMessageId: 'first' })
    await expect
      .poll(understood)
      .toMatchObject([{}, { kind: 'message', message: { direction: 'outgoing', text: 'Hi' } }])
    const sent = understood()[1]
    const message_id = sent?.kind === 'message' ? sent.message.id : ''
    await client.editMessage({ message_id, text: 'Hi, Ann' })
    await client.deleteMessage({ message_id })
    await expect
      .poll(() => understood().slice(2))
      .toMatchObject([
        { kind: 'message', message: { id: message_id, text: 'Hi, Ann', edited: true } },
        { kind: 'messageDeleted', messageId: message_id },
      ])
  })

  it('report a channel’s states from its first QR code to its deletion', async () => {
    const { sandbox, client, received } = await subscribe(
      'channel.create',
      'channel.qr_update',
      'channel.status_update',
      'channel.delete',
    )
    const { channel_id } = await client.createChannel({ transport: 'tgapi', credentials: {} })
    sandbox.clock.advance(1_000)
    const qr_code = expect.stringMatching(/^data:image\/png;base64,iVBOR/)
    await expect.poll(received).toMatchObject([
      { event: 'channel.create', data: { channel_id, transport: 'tgapi' } },
      { event: 'channel.status_update', data: { channel_id, status: 'init', reason: 'qr' } },
      { event: 'channel.qr_update', data: [{ channel_id, platform: 'tgapi', qr_code }], meta },
    ])
    const body = { channelId: channel_id, plainId: 'ann', password: '1234' }
    await callSandbox(sandbox, 'POST /_sandbox/channels/scan', { body })
    await expect.poll(() => received()[3]).toMatchObject({ data: { status: 'init', reason: 'wait_for_password' } })
    await client.sendTwoFactorCode({ channel_id, two_factor_code: '1234', transport: 'tgapi' })
    sandbox.clock.advance(2_000)
    await expect.poll(() => received()[5]).toMatchObject({ data: { status: 'active', reason: null } })
    await client.deleteChannel({ channel_id, delete_chats: true })
    await expect.poll(() => received()[6]).toMatchObject({ event: 'channel.delete', data: { channel_id } })
  })

  it('report a finished export', async () => {
    const { sandbox, client, understood } = await subscribe('messages_dump.status_update')
    await client.createMessagesDump({ start_at: '2025-01-01T00:00:00Z', end_at: '2025-02-01T00:00:00Z' })
    sandbox.clock.advance(1_000)
    await expect.poll(understood).toMatchObject([{ status: 'pending' }, { status: 'processing' }])
    sandbox.clock.advance(1_000)
    await expect
      .poll(() => understood()[2])
      .toMatchObject({ status: 'done', url: expect.stringMatching(/messages\.csv$/) })
  })

  it('report an approved template', async () => {
    const { sandbox, client, received } = await subscribe('waba_template.status_update')
    await client.createTemplate({
      template: {
        title: 'greeting',
        waba: { waba_id: '1', waba_name: 'Shop' },
        channels: ['020e3f61-e5df-447f-8ef9-ce8258e92c7a'],
        category: 'UTILITY',
        language: 'en',
        components: [{ type: 'BODY', text: 'Hello' }],
      },
      is_draft: false,
    })
    sandbox.clock.advance(2_000)
    await expect.poll(received).toMatchObject([{ data: { name: 'greeting', status: 'approved' } }])
  })

  it('request a contact from the CRM, and keep the one in its response', async () => {
    const { sandbox, client, receiver } = await subscribe('crm_entities.contact_add')
    const contact = { id: '17', responsible_user_id: '7', name: 'Ann', uri: 'https://crm.example.com/17' }
    const recipient = [{ chat_type: 'whatsapp', chat_id: ann.chatId }]
    receiver.answer.body = JSON.stringify({ ...contact, recipient })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => receiver.calls).toHaveLength(1)
    await expect
      .poll(() => client.fetchContact({ contact_id: '17' }).catch(() => undefined))
      .toMatchObject({ name: 'Ann', contact_data: recipient })
    await sandbox.simulate.message({ ...ann, text: 'Hello?' })
    expect(receiver.calls).toHaveLength(1)
  })
})
