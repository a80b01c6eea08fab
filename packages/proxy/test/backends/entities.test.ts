import { describe, expect, it } from 'vitest'
import type { ChatContact, ChatDeal, StaffUser } from '../../src/backend.ts'
import { type ChatProxy, createChatProxy } from '../../src/createChatProxy.ts'
import { shareSandbox } from './vendors.ts'

const open = shareSandbox()

const user: StaffUser = { id: 'u1', name: 'Kate Moss' }
const toContact = (index: number): ChatContact => ({
  id: `c${index}`,
  name: `Contact ${index}`,
  responsibleUserId: 'u1',
  chats: [{ chatType: 'whatsapp', chatId: `7999${String(index).padStart(7, '0')}` }],
})
const deal: ChatDeal = { id: 'd1', name: 'A bicycle', responsibleUserId: 'u1', contactIds: ['c1'], closed: true }

async function toList<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

describe.each(['wazzup-v2', 'wazzup-v3', 'wazzup-tech'] as const)('%s', (vendor) => {
  async function start(): Promise<ChatProxy> {
    const { backend } = await open(vendor)
    return createChatProxy({ backend, identify: () => null })
  }

  it('saves, lists and deletes users, contacts and deals', async () => {
    const chat = await start()
    const ownDeal = vendor === 'wazzup-v2' ? deal : { ...deal, url: 'https://crm.example/deals/1' }
    expect(await chat.saveUsers([user])).toMatchObject({ saved: 1, rejected: [] })
    expect(await chat.saveContacts([toContact(1), toContact(2)])).toMatchObject({ saved: 2, rejected: [] })
    expect(await chat.saveDeals([ownDeal])).toMatchObject({ saved: 1, rejected: [] })
    expect(await toList(chat.listUsers())).toContainEqual(user)
    expect(await toList(chat.listContacts())).toEqual([toContact(1), toContact(2)])
    expect(await toList(chat.listDeals())).toEqual([ownDeal])
    const deleted = await chat.deleteContacts(['c1', 'c9'])
    expect(deleted).toMatchObject({ rejected: [], done: 2 })
    if (vendor !== 'wazzup-tech') expect(deleted).toMatchObject({ deleted: 1, missing: 1 })
    expect(await chat.deleteDeals(['d1'])).toMatchObject({ rejected: [] })
    expect(await chat.deleteUsers(['u1'])).toMatchObject({ rejected: [] })
    expect(await toList(chat.listContacts())).toEqual([toContact(2)])
    expect(await toList(chat.listDeals())).toEqual([])
    expect(await toList(chat.listUsers())).not.toContainEqual(user)
  })

  it('a number in a national form fails none of its neighbours, and is named', async () => {
    const chat = await start()
    const contacts = Array.from({ length: 250 }, (_, index) => toContact(index))
    for (const [index, chatId] of [
      ['7', '+79990000007'],
      ['8', '89990000008'],
      ['249', '8 999'],
    ] as const)
      contacts[Number(index)] = { ...toContact(Number(index)), chats: [{ chatType: 'whatsapp', chatId }] }
    const result = await chat.saveContacts(contacts)
    expect(result).toMatchObject({ saved: 247, rejectedCount: 3 })
    expect(result.rejected.map(({ index, id }) => `${index} ${id}`)).toEqual(['7 c7', '8 c8', '249 c249'])
    for (const { id, reason } of result.rejected) expect(reason).toMatch(new RegExp(`^In contact ${id}: .*chatId: `))
    expect(await toList(chat.listContacts())).toHaveLength(247)
  })
})

it('whatomate keeps contacts of its own, and none of the CRM', async () => {
  const { backend } = await open('whatomate')
  const chat = createChatProxy({ backend, identify: () => null })
  await expect(chat.saveContacts([toContact(1)])).rejects.toMatchObject({ code: 'not_supported' })
})
