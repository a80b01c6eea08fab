import { describe, expect, it } from 'vitest'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { type Subscriber, subscribeTech, subscribeV3 } from '../../../test/subscribe.ts'
import { createTechClient } from '../../../test/techClient.ts'
import type { Sandbox } from '../../index.ts'

const contact = { id: '1', responsibleUserId: '7', name: 'Ann', contactData: [ann] }
const deal = { id: '12', responsibleUserId: '7', name: 'Twelve windows', contacts: ['1'], closed: false }
const byUser = { responsibleUserId: '7', source: 'byUser' }

/** A CRM that creates what it is asked for, as API v3 has it. */
function create(told: unknown): unknown {
  return Object(told).createContact ? contact : deal
}

async function startV3(): Promise<{ sandbox: Sandbox; subscriber: Subscriber }> {
  const sandbox = await startSandbox()
  const subscriber = await subscribeV3(sandbox, { contactsAndDealsCreation: true })
  return { sandbox, subscriber }
}

/** Opens Ann's chat as user 7, and presses "+" in its Deals list. */
async function pressPlus(sandbox: Sandbox) {
  const { socket, opened } = await openWindow(sandbox, { activeChat: ann })
  expect(opened.dealsWebhooks).toBe(true)
  expect(await socket.emitWithAck('createDeal', ann)).toEqual({ ok: true, result: null })
  return socket
}

describe('"+" in the Deals list of the chats window', () => {
  it('requests a deal with a known contact from the CRM, and keeps the deal in its response', async () => {
    const { sandbox, subscriber } = await startV3()
    await createV3Client(sandbox).saveContacts([contact])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    subscriber.receiver.answer.toBody = create
    const socket = await pressPlus(sandbox)
    await expect.poll(subscriber.received).toEqual([{ createDeal: { ...byUser, contacts: ['1'] } }])
    expect(await subscriber.understood()).toMatchObject([
      { kind: 'deal', wanted: true, deal: { responsibleUserId: '7', contactIds: ['1'] } },
    ])
    await expect.poll(async () => (await callV3(sandbox, 'GET /v3/deals/12')).json).toMatchObject(deal)
    expect(await socket.emitWithAck('deals', ann)).toMatchObject({ result: [{ id: '12', name: 'Twelve windows' }] })
  })

  it('requests a missing contact first, then a deal with it', async () => {
    const { sandbox, subscriber } = await startV3()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'anka' })
    await expect.poll(subscriber.received).toMatchObject([{ createContact: { source: 'auto' } }])
    subscriber.receiver.answer.toBody = create
    await pressPlus(sandbox)
    await expect
      .poll(() => subscriber.received().slice(1))
      .toEqual([
        { createContact: { ...byUser, name: 'anka', contactData: [ann] } },
        { createDeal: { ...byUser, contacts: ['1'] } },
      ])
    await expect.poll(async () => (await callV3(sandbox, 'GET /v3/deals/12')).json).toMatchObject(deal)
  })

  it('sends the requests in the tech API’s format', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const subscriber = await subscribeTech(sandbox, 'crm_entities.contact_add', 'crm_entities.deal_add')
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'anka' })
    await expect.poll(subscriber.received).toHaveLength(1)
    const uri = 'https://crm.example.com/1'
    const recipient = [{ chat_type: 'whatsapp', chat_id: ann.chatId }]
    subscriber.receiver.answer.toBody = (told) =>
      Object(told).event === 'crm_entities.contact_add'
        ? { id: '1', responsible_user_id: '7', name: 'Ann', uri, recipient }
        : { id: '12', responsible_user_id: '7', name: 'Twelve windows', uri, contacts: ['1'], closed: false }
    await pressPlus(sandbox)
    const asked = { responsible_user_id: '7', source: 'byUser' }
    await expect
      .poll(() => subscriber.received().slice(1))
      .toMatchObject([
        { event: 'crm_entities.contact_add', data: { ...asked, name: 'anka', recipient } },
        { event: 'crm_entities.deal_add', data: { ...asked, contacts: ['1'] } },
      ])
    expect((await subscriber.understood())[2]).toMatchObject({
      kind: 'deal',
      wanted: true,
      deal: { contactIds: ['1'] },
    })
    await expect
      .poll(() => client.fetchDeal({ deal_id: '12' }).catch(() => undefined))
      .toMatchObject({ name: 'Twelve windows', contacts: ['1'] })
  })

  it('reports that no subscription takes deals, and rejects chats outside the window', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const { socket, opened } = await openWindow(sandbox, { scope: 'card', filter: [{ ...bob, name: 'Bob' }] })
    expect(opened.dealsWebhooks).toBe(false)
    expect(await socket.emitWithAck('createDeal', ann)).toMatchObject({
      ok: false,
      error: { code: 'CHAT_NOT_ALLOWED' },
    })
  })
})

describe('a new customer', () => {
  it('gets a contact, and a deal once the CRM has uploaded funnels with stages', async () => {
    const { sandbox, subscriber } = await startV3()
    subscriber.receiver.answer.toBody = () => ({ ...contact, contactData: [bob], id: '2' })
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    await expect.poll(async () => (await callV3(sandbox, 'GET /v3/contacts/2')).status).toBe(200)
    await createV3Client(sandbox).savePipelines([{ id: 'p', name: 'Sales', stages: [{ id: 's', name: 'New' }] }])
    subscriber.receiver.answer.toBody = create
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'anka' })
    const auto = { responsibleUserId: null, source: 'auto' }
    await expect
      .poll(subscriber.received)
      .toEqual([
        { createContact: { ...auto, name: 'bob_b', contactData: [bob] } },
        { createContact: { ...auto, name: 'anka', contactData: [ann] } },
        { createDeal: { ...auto, contacts: ['1'] } },
      ])
  })

  it('is assigned to the user with the fewest contacts among those who receive new clients', async () => {
    const { sandbox, subscriber } = await startV3()
    const client = createV3Client(sandbox)
    await client.saveUsers(['7', '8', '9'].map((id) => ({ id, name: `User ${id}` })))
    const role = { channel_id: channelIds.telegram, role: 'seller', allow_get_new_clients: false } as const
    await createTechClient(sandbox).updateSettings({ user_roles: [{ ...role, user_id: '9' }] })
    await client.saveContacts([contact])
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    await expect.poll(subscriber.received).toMatchObject([{ createContact: { responsibleUserId: '8' } }])
  })

  it('is assigned to the first CRM user who writes', async () => {
    const { sandbox, subscriber } = await startV3()
    const { socket } = await openWindow(sandbox, { scope: 'card', filter: [{ ...ann, name: 'Ann' }] })
    await socket.emitWithAck('send', { ...ann, text: 'Good day', clientMessageId: 'first' })
    await expect
      .poll(subscriber.received)
      .toEqual([{ createContact: { responsibleUserId: '7', name: 'Ann', contactData: [ann], source: 'auto' } }])
  })

  it('is no contact until the CRM responds with one', async () => {
    const { sandbox, subscriber } = await startV3()
    const { answer } = subscriber.receiver
    for (const [index, body] of ['', 'OK', '{"ok":true}'].entries()) {
      answer.body = body
      await sandbox.simulate.message({ ...ann, text: 'Hello' })
      await expect
        .poll(() => sandbox.webhooks.list().filter(({ status }) => status === 'delivered'))
        .toHaveLength(index + 1)
    }
    expect((await callV3(sandbox, 'GET /v3/contacts')).json).toMatchObject({ count: 0 })
  })
})
