import { expect, it } from 'vitest'
import { openTestStore } from '../../../test/openTestStore.ts'
import type { Store } from '../store.ts'
import { addIncoming } from './addIncoming.ts'
import { addReply } from './addReply.ts'
import { deleteMessage } from './messageChanges.ts'
import { searchMessages } from './searchMessages.ts'

const ann = { chatType: 'whatsapp', chatId: '79998887766' } as const
const bob = { chatType: 'telegram', chatId: '42' } as const
const channelId = 'any'

async function search(store: Store, query: string, scope: object = {}): Promise<(string | null)[]> {
  const found = await searchMessages(store.database, { query, scope: { userId: '7', ...scope }, limit: 50 })
  return found.map(({ text }) => text)
}

it('finds messages of customers and staff, latest first', async () => {
  const store = await openTestStore()
  await addIncoming(store, { ...ann, channelId, text: 'Is the oak table there?' })
  await addReply(store, { ...bob, channelId, text: 'The oak one is' })
  await addIncoming(store, { ...ann, channelId, text: 'The beech one?' })
  expect(await search(store, 'oak')).toEqual(['The oak one is', 'Is the oak table there?'])
})

it.each([
  ['OAK', 'Oak'],
  ['дуб', 'ДУБ'],
  ['СТОЛ', 'Стол'],
  ['100%', 'it is 100% oak'],
  ['a_b', 'file a_b'],
])('finds %j in %j, ignoring case and punctuation', async (query, text) => {
  const store = await openTestStore()
  await addIncoming(store, { ...ann, channelId, text })
  await addIncoming(store, { ...ann, channelId, text: '1000 aXb' })
  expect(await search(store, query)).toEqual([text])
})

it('skips deleted messages, and those outside the scope', async () => {
  const store = await openTestStore()
  const { messageId } = await addReply(store, { ...ann, channelId, text: 'oak, by mistake' })
  await addIncoming(store, { ...ann, channelId, text: 'oak' })
  await addIncoming(store, { ...bob, channelId, text: 'oak too' })
  await deleteMessage(store, messageId)
  expect(await search(store, 'oak', { chats: [ann] })).toEqual(['oak'])
  expect(await search(store, 'oak', { chats: [] })).toEqual([])
})
