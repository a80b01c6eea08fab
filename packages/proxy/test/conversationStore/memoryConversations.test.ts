import { describe, expect, it } from 'vitest'
import { memoryConversations } from '../../src/conversations/memoryConversations.ts'
import { describeConversationStore } from './describeConversationStore.ts'
import { came, conversationId, status } from './messages.ts'

describeConversationStore({ name: 'in memory', make: () => memoryConversations() })

describe('a store in memory', () => {
  it('drops the conversation that was quiet for the longest time first', async () => {
    const store = memoryConversations({ maxMessages: 4 })
    const chatOf = (chatId: string) => ({ chat: { chatType: 'whatsapp', chatId } }) as const
    await store.append(came('m1', chatOf('1')))
    await store.append(came('m2', chatOf('2')))
    await store.append(came('m3', chatOf('2')))
    await store.append(came('m4', chatOf('1')))
    await store.append(came('m5', chatOf('3')))
    const left = await Promise.all(
      ['1', '2', '3'].map((id) => store.page({ conversationId: `whatsapp~${id}`, limit: 9 })),
    )
    expect(left.map(({ messages }) => messages.map(({ id }) => id))).toEqual([['m1', 'm4'], [], ['m5']])
    expect(await store.find('m2')).toBeUndefined()
  })

  it('drops the first messages of the only conversation', async () => {
    const store = memoryConversations({ maxMessages: 2 })
    for (const id of ['m1', 'm2', 'm3']) await store.append(came(id))
    const { messages } = await store.page({ conversationId, limit: 9 })
    expect(messages.map(({ id }) => id)).toEqual(['m2', 'm3'])
    expect(await store.find('m1')).toBeUndefined()
  })

  it('keeps 10,000 updates that wait for their message, the latest ones', async () => {
    const store = memoryConversations()
    for (let number = 0; number <= 10_000; number += 1) await store.append(status(`m${number}`, 'read'))
    await store.append(came('m0'))
    await store.append(came('m1'))
    expect(await store.find('m0')).not.toHaveProperty('status')
    expect(await store.find('m1')).toMatchObject({ status: 'read' })
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses room for %s messages', (maxMessages) => {
    expect(() => memoryConversations({ maxMessages })).toThrow('maxMessages')
  })
})
