import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { describeConversationStore } from '../../../../../packages/proxy/test/conversationStore/describeConversationStore.ts'
import { came, conversationId, status } from '../../../../../packages/proxy/test/conversationStore/messages.ts'
import { openStore, type Store } from '../store/openStore.ts'
import { messages } from '../store/schema.ts'
import { sqliteConversations } from './sqliteConversations.ts'

const opened: Store[] = []
afterAll(() => {
  for (const store of opened) store.close()
})

describeConversationStore({
  name: 'in SQLite',
  make: async () => {
    const store = await openStore(':memory:')
    opened.push(store)
    return sqliteConversations(store.database)
  },
})

describe('a database of conversations', () => {
  it('has everything after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crm-conversations-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const first = await openStore(join(folder, 'crm.sqlite'))
    const before = sqliteConversations(first.database)
    for (const update of [status('m2', 'read'), came('m1'), came('m2'), status('m3', 'read')])
      await before.append(update)
    await before.markRead({ conversationId, messageId: 'm1', userId: '1' })
    const page = await before.page({ conversationId, limit: 10 })
    first.close()
    const second = await openStore(join(folder, 'crm.sqlite'))
    onTestFinished(() => second.close())
    const after = sqliteConversations(second.database)
    expect(await after.page({ conversationId, limit: 10 })).toEqual(page)
    expect(await after.lastRead({ conversationId, userId: '1' })).toBe('m1')
    expect(await after.append(came('m1'))).toMatchObject({ change: 'known' })
    expect(await after.append(came('m3'))).toMatchObject({ change: 'added', message: { status: 'read' } })
  })

  it('keeps 10,000 updates that wait for their message, the latest ones', async () => {
    const { database, close } = await openStore(':memory:')
    onTestFinished(close)
    const waiting = Array.from({ length: 10_000 }, (_, index) => ({
      id: `m${index}`,
      searchText: '',
      record: JSON.stringify({ id: `m${index}`, status: { status: 'read' } }),
    }))
    for (let start = 0; start < waiting.length; start += 2_000) {
      await database.insert(messages).values(waiting.slice(start, start + 2_000))
    }
    const store = sqliteConversations(database)
    await store.append(status('late', 'read'))
    await store.append(came('m0'))
    await store.append(came('m1'))
    expect(await store.find('m0')).not.toHaveProperty('status')
    expect(await store.find('m1')).toMatchObject({ status: 'read' })
  })
})
