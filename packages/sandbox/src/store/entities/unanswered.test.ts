import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openTestStore } from '../../../test/openTestStore.ts'
import { resetStore } from '../seed/applySeed.ts'
import type { Store } from '../store.ts'
import { addIncoming } from './addIncoming.ts'
import { addReply } from './addReply.ts'
import { saveContacts } from './contacts.ts'
import { countUnanswered } from './unanswered.ts'

const channelId = channelIds.whatsapp

describe('the number of unanswered messages', () => {
  it('is 0 for every user at first', async () => {
    const { database } = await openTestStore()
    expect(await countUnanswered(database, '7')).toBe(0)
  })

  it('counts for every user while no user is responsible, even for a known contact', async () => {
    const store = await openTestStore()
    await saveContacts(store, [{ id: 1, name: 'Ann', chats: [ann] }])
    await addIncoming(store, { ...ann, channelId, text: 'Hello' })
    expect(await countUnanswered(store.database, '7')).toBe(1)
    expect(await countUnanswered(store.database, '8')).toBe(1)
  })

  it('counts only for the responsible user, or for both if a chat has two contacts', async () => {
    const store = await openTestStore()
    await addIncoming(store, { ...ann, channelId, text: 'Hello' })
    await saveContacts(store, [{ id: 1, name: 'Ann', responsibleUserId: 7, chats: [ann] }])
    expect(await countUnanswered(store.database, '7')).toBe(1)
    expect(await countUnanswered(store.database, '8')).toBe(0)
    await saveContacts(store, [{ id: 2, name: 'Ann at work', responsibleUserId: '8', chats: [ann] }])
    expect(await countUnanswered(store.database, '8')).toBe(1)
    expect(await countUnanswered(store.database, '9')).toBe(0)
  })

  it('distinguishes chats with the same id in two messengers', async () => {
    const store = await openTestStore()
    await saveContacts(store, [{ id: 1, name: 'Bob', responsibleUserId: '8', chats: [bob] }])
    await addIncoming(store, { chatType: 'vk', chatId: bob.chatId, channelId, text: 'Hello' })
    expect(await countUnanswered(store.database, '7')).toBe(1)
  })

  it('follows the rules through any sequence of events', async () => {
    const store = await openTestStore()
    await fc.assert(
      fc.asyncProperty(fc.array(eventArbitrary, { maxLength: 25 }), async (events) => {
        await resetStore({ store })
        const model = createModel()
        for (const event of events) {
          model.apply(event)
          await apply(store, event)
          for (const userId of users) {
            expect(await countUnanswered(store.database, userId)).toBe(model.count(userId))
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

const users = ['7', '8']
const chats = [ann, bob]

const eventArbitrary = fc.record({
  kind: fc.constantFrom('incoming', 'answer', 'assign'),
  chat: fc.nat(chats.length - 1),
  user: fc.option(fc.constantFrom(...users), { nil: undefined }),
})
type Event = typeof eventArbitrary extends fc.Arbitrary<infer Value> ? Value : never

/** The same rules in the plainest words. */
function createModel(): { apply: (event: Event) => void; count: (userId: string) => number } {
  const state = chats.map(() => ({ waiting: 0, responsible: undefined as string | undefined }))
  return {
    apply({ kind, chat, user }) {
      const entry = state[chat]
      if (!entry) return
      if (kind === 'incoming') entry.waiting += 1
      if (kind === 'answer') entry.waiting = 0
      if (kind === 'assign') entry.responsible = user
    },
    count: (userId) =>
      state
        .filter(({ responsible }) => responsible === undefined || responsible === userId)
        .reduce((sum, { waiting }) => sum + waiting, 0),
  }
}

async function apply(store: Store, { kind, chat, user }: Event): Promise<void> {
  const key = chats[chat] ?? ann
  if (kind === 'incoming') await addIncoming(store, { ...key, channelId, text: 'Hello' })
  if (kind === 'answer') await addReply(store, { ...key, channelId, text: 'Hello' })
  if (kind === 'assign')
    await saveContacts(store, [{ id: chat, name: 'Somebody', responsibleUserId: user, chats: [key] }])
}
