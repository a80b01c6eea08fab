import { describe, expect, it } from 'vitest'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openTestStore } from '../../../test/openTestStore.ts'
import type { Change } from '../changes.ts'
import { addIncoming } from './addIncoming.ts'
import { addReply } from './addReply.ts'
import { listMessages } from './messages.ts'

const channelId = channelIds.whatsapp

describe('messages', () => {
  it('are added once per id that the sending window gives them', async () => {
    const store = await openTestStore()
    const changes: Change[] = []
    store.changes.subscribe((change) => changes.push(change))
    const answer = { ...ann, channelId, text: 'Hello', clientMessageId: 'first' }
    const sent = await Promise.all([addReply(store, answer), addReply(store, answer)])
    expect(sent[0].messageId).toBe(sent[1].messageId)
    expect(await listMessages(store.database, ann)).toHaveLength(1)
    expect(changes.filter(({ kind }) => kind === 'message')).toHaveLength(1)
  })

  it('with one id in two chats are two messages', async () => {
    const store = await openTestStore()
    const first = await addReply(store, { ...ann, channelId, text: 'Hello', clientMessageId: 'first' })
    const second = await addReply(store, { ...bob, channelId, text: 'Hello', clientMessageId: 'first' })
    expect(first.messageId).not.toBe(second.messageId)
  })

  it('are paged backwards from a position', async () => {
    const store = await openTestStore()
    for (const text of ['one', 'two', 'three', 'four']) await addIncoming(store, { ...ann, channelId, text })
    const latest = await listMessages(store.database, { ...ann, limit: 2 })
    expect(latest.map(({ text }) => text)).toEqual(['three', 'four'])
    const before = latest[0]?.position
    const earlier = await listMessages(store.database, { ...ann, limit: 2, before })
    expect(earlier.map(({ text }) => text)).toEqual(['one', 'two'])
  })
})
