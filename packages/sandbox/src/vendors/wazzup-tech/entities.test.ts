import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { getToken } from '../../../test/getLink.ts'
import { connectWithToken } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech, createTechClient, techRefusal } from '../../../test/techClient.ts'

async function start() {
  const sandbox = await startSandbox()
  return { sandbox, client: createTechClient(sandbox) }
}

const contact = {
  id: 'ann',
  name: 'Ann',
  responsible_user_id: '7',
  contact_data: [{ chat_type: ann.chatType, chat_id: ann.chatId }],
  uri: 'https://crm.example.com/ann',
}

describe('staff, contacts and deals of the tech API', () => {
  it('are saved, listed over several pages, read and deleted: users', async () => {
    const { client } = await start()
    const users = Array.from({ length: 120 }, (_, index) => ({ id: `user-${index}`, name: `User ${index}` }))
    await client.saveUsers(users)
    expect((await collect(client.listUsers())).map(({ id }) => id).toSorted()).toEqual(
      users.map(({ id }) => id).toSorted(),
    )
    await client.updateUsers([{ id: 'user-7', name: 'Kate', phone: '79001112233' }])
    expect(await client.fetchUser({ user_id: 'user-7' })).toEqual({ id: 'user-7', name: 'Kate', phone: '79001112233' })
    await client.deleteUsers(['user-7'])
    await expect(client.fetchUser({ user_id: 'user-7' })).rejects.toMatchObject({ status: 404 })
  })

  it('reject a phone that another user has', async () => {
    const { client } = await start()
    await client.saveUsers([{ id: 1, name: 'Kate', phone: '79001112233' }])
    await expect(client.saveUsers([{ id: 2, name: 'Liam', phone: '79001112233' }])).rejects.toMatchObject({
      status: 400,
      code: 'INVALID_USER_DATA',
    })
  })

  it('are saved, listed, read and deleted: contacts and deals', async () => {
    const { client } = await start()
    await client.saveContacts([contact])
    expect(await collect(client.listContacts())).toMatchObject([contact])
    expect(await client.fetchContact({ contact_id: 'ann' })).toMatchObject(contact)
    const deal = { id: '1', name: 'Doors', responsible_user_id: '7', uri: '/deals/1', contacts: ['ann'], closed: false }
    await client.saveDeals([deal])
    await client.updateDeals([{ ...deal, closed: true }])
    expect(await client.fetchDeal({ deal_id: 1 })).toEqual({ ...deal, closed: true })
    expect(await collect(client.listDeals())).toHaveLength(1)
    await client.deleteDeals([1])
    await client.deleteContacts(['ann'])
    await expect(client.fetchDeal({ deal_id: 1 })).rejects.toMatchObject({ status: 404 })
    expect(await collect(client.listContacts())).toEqual([])
  })

  it('decide between red and grey counters', async () => {
    const { sandbox, client } = await start()
    await client.saveUsers(['7', '8', '9'].map((id) => ({ id, name: `User ${id}` })))
    await client.saveContacts([contact])
    await client.updateSettings({
      user_roles: [
        { channel_id: channelIds.whatsapp, user_id: '7', role: 'seller' },
        { channel_id: channelIds.whatsapp, user_id: '8', role: 'manager' },
        { channel_id: channelIds.whatsapp, user_id: '9', role: 'auditor' },
      ],
    })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    expect(await client.fetchUnanswered({ user_id: '7' })).toMatchObject({ count: 1, tone: 'red' })
    expect(await client.fetchUnanswered({ user_id: '8' })).toMatchObject({ count: 1, tone: 'grey' })
    expect(await client.fetchUnanswered({ user_id: '9' })).toMatchObject({ count: 1, tone: 'grey' })
    expect(await client.fetchSettings()).toMatchObject({ user_roles: [{}, {}, { role: 'auditor' }] })
    expect(await client.resetUnanswered()).toEqual({ account_id: expect.any(String), cleared: true })
    expect(await client.fetchUnanswered({ user_id: '7' })).toMatchObject({ count: 0 })
  })

  it('keep the setting that shows managers all messages', async () => {
    const { client } = await start()
    expect(await client.fetchSettings()).toMatchObject({ push_input_output_message_events_for_managers: false })
    await client.updateSettings({ push_input_output_message_events_for_managers: true })
    expect(await client.fetchSettings()).toMatchObject({ push_input_output_message_events_for_managers: true })
  })
})

describe('a link to the chats window over the tech API', () => {
  it("opens the same chats page, in the user's name, with the card's chats", async () => {
    const { sandbox, client } = await start()
    await client.saveUsers([{ id: '7', name: 'Kate Moreau' }])
    const chats = [{ chat_type: 'whatsapp', chat_id: ann.chatId, contact_name: 'Ann' } as const]
    const active_chat = { chat_type: 'whatsapp', chat_id: ann.chatId } as const
    const { url } = await client.createChatsLink({ user_id: '7', scope: 'card', chats, active_chat })
    const opened = await new Promise((resolve) => connectWithToken(sandbox, getToken(url)).on('opened', resolve))
    expect(opened).toMatchObject({
      user: { id: '7', name: 'Kate Moreau' },
      scope: 'card',
      chats: [{ ...ann, name: 'Ann' }],
      activeChat: ann,
    })
  })

  it('shows all chats with the scope "global"', async () => {
    const { sandbox, client } = await start()
    await client.saveUsers([{ id: '7', name: 'Kate Moreau' }])
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    const { url } = await client.createChatsLink({ user_id: '7', scope: 'global', author_name: 'Kate' })
    const opened = await new Promise((resolve) => connectWithToken(sandbox, getToken(url)).on('opened', resolve))
    expect(opened).toMatchObject({ user: { id: '7', name: 'Kate' }, chats: [bob] })
  })

  it('rejects the user in the documents’ format, as the live service does', async () => {
    const { sandbox } = await start()
    const { status, json } = await callTech(sandbox, 'POST /v2/iframe-links/chats', {
      user: { id: '7' },
      scope: 'global',
    })
    expect({ status, json }).toEqual({
      status: 400,
      json: techRefusal('property user should not exist; user_id should not be empty'),
    })
  })
})
