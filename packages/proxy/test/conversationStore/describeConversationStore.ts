import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConversationStore } from '../../src/conversations/conversationStore.ts'
import type { MessageUpdate } from '../../src/conversations/messageUpdate.ts'
import { came, conversationId, message, sentAs, status, timeOf } from './messages.ts'

/** Makes an empty store, which the suite never closes. */
export type MakeStore = () => ConversationStore | Promise<ConversationStore>

/** Checks what every store of conversations promises. */
export function describeConversationStore({ name, make }: { name: string; make: MakeStore }): void {
  async function storeWith(...updates: MessageUpdate[]): Promise<ConversationStore> {
    const store = await make()
    for (const update of updates) await store.append(update)
    return store
  }
  const newest = { conversationId, limit: 100 }
  const idsOf = async (store: ConversationStore): Promise<string[]> =>
    (await store.page(newest)).messages.map(({ id }) => id)

  describe(`${name}: append`, () => {
    it('adds a message once, and knows it when it comes again', async () => {
      const store = await make()
      expect(await store.append(came('m1'))).toEqual({ change: 'added', message: message('m1') })
      expect(await store.append(came('m1'))).toEqual({ change: 'known', message: message('m1') })
      expect(await store.find('m1')).toEqual(message('m1'))
      expect(await store.page(newest)).toEqual({ messages: [message('m1')], before: null })
      expect(await store.find('m2')).toBeUndefined()
    })

    it('sorts a late message by the vendor’s time', async () => {
      expect(await idsOf(await storeWith(came('m3'), came('m1'), came('m2')))).toEqual(['m1', 'm2', 'm3'])
    })

    it('keeps the place of an edited message', async () => {
      const edit = came('m1', { text: 'Better', edited: true, at: timeOf(9) })
      const store = await storeWith(came('m1'), came('m2'))
      const edited = message('m1', { text: 'Better', edited: true })
      expect(await store.append(edit)).toEqual({ change: 'changed', message: edited })
      expect(await idsOf(store)).toEqual(['m1', 'm2'])
      expect(await store.append(came('m1'))).toEqual({ change: 'known', message: edited })
    })

    it('takes the content of a deleted message away, for good', async () => {
      const store = await storeWith(
        came('m1', { type: 'image', file: { mediaId: 'm1' }, fileUrl: 'https://vendor.example/a.png' }),
        { kind: 'deleted', messageId: 'm1' },
        came('m1', { text: 'Better', edited: true, at: timeOf(9) }),
      )
      const { text: _, ...rest } = message('m1', { type: 'text', deleted: true, edited: true })
      expect(await store.find('m1')).toEqual(rest)
      expect(await store.findMedia('m1')).toBeUndefined()
      expect(await store.search({ text: 'Better', limit: 10 })).toEqual([])
    })

    it('gives a message the id that the vendor has for its request, under both ids from then on', async () => {
      const store = await storeWith(came('m2'), came('r1', { direction: 'outgoing', status: 'pending' }))
      expect(await idsOf(store)).toEqual(['r1', 'm2'])
      const sent = message('m1', { direction: 'outgoing', status: 'sent', text: 'Text of r1' })
      expect(await store.append(sentAs('sent'))).toEqual({ change: 'changed', message: sent })
      expect(await idsOf(store)).toEqual(['m1', 'm2'])
      expect(await store.find('r1')).toEqual(sent)
      expect(await store.find('m1')).toEqual(sent)
      expect(await store.append(sentAs('sent'))).toEqual({ change: 'known', message: sent })
      expect(await store.append(came('r1', { direction: 'outgoing' }))).toMatchObject({ change: 'known' })
      await store.append(sentAs('read'))
      await store.markRead({ conversationId, messageId: 'r1', userId: '7' })
      expect(await store.lastRead({ conversationId, userId: '7' })).toBe('m1')
      expect((await store.page(newest)).messages).toMatchObject([{ id: 'm1', status: 'read' }, { id: 'm2' }])
    })

    it('prefers what the vendor tells of a message to what was noted, whichever comes first', async () => {
      const noted = came('m5', { text: 'Noted', fileUrl: 'own-file:a', file: { mediaId: 'm5' }, noted: true })
      const told = came('m5', {
        text: 'Told',
        fileUrl: 'https://vendor.example/a',
        file: { mediaId: 'm5' },
        at: timeOf(4),
      })
      for (const store of [await storeWith(noted, told), await storeWith(told, noted)]) {
        expect(await store.find('m5')).toMatchObject({ text: 'Told', at: timeOf(4) })
        expect((await store.findMedia('m5'))?.url).toBe('https://vendor.example/a')
      }
      const late = came('m5', { text: 'Told', at: timeOf(9) })
      for (const store of [await storeWith(noted, late), await storeWith(late, noted)]) {
        expect(await store.find('m5')).toMatchObject({ text: 'Told', at: timeOf(9) })
      }
    })

    it('shows the later one of an edit that was noted and one that the vendor tells', async () => {
      const edit = (minute: number, fields: object) =>
        came('m1', { edited: true, at: timeOf(minute), text: `Edited at ${minute}`, ...fields })
      for (const [noted, told] of [
        [7, 5],
        [5, 7],
      ] as const) {
        const store = await storeWith(came('m1'), edit(noted, { noted: true }), edit(told, {}))
        expect(await store.find('m1')).toMatchObject({ text: 'Edited at 7', at: timeOf(1) })
      }
    })

    it('knows a message whose request was answered before it came', async () => {
      const store = await storeWith(sentAs('delivered'), came('r1', { direction: 'outgoing', status: 'pending' }))
      expect(await idsOf(store)).toEqual(['m1'])
      expect(await store.find('r1')).toMatchObject({ id: 'm1', status: 'delivered', text: 'Text of r1' })
    })

    it('keeps two messages of different chats apart, whatever id a status says that one of them has', async () => {
      const other = came('r1', {
        direction: 'outgoing',
        status: 'pending',
        chat: { chatType: 'telegram', chatId: '7' },
      })
      const store = await storeWith(came('m1', { direction: 'outgoing', status: 'pending' }), other)
      const one = message('m1', { direction: 'outgoing', status: 'sent' })
      expect(await store.append(sentAs('sent'))).toEqual({ change: 'changed', message: one })
      expect(await store.find('m1')).toEqual(one)
      expect(await store.find('r1')).toMatchObject({ id: 'r1', status: 'pending', chat: { chatId: '7' } })
      expect(await idsOf(store)).toEqual(['m1'])
    })

    it('hides no message where two ids are said to be each other’s', async () => {
      const back: MessageUpdate = { kind: 'status', messageId: 'r1', requestId: 'm1', status: 'read' }
      const store = await storeWith(came('r1', { direction: 'outgoing', status: 'pending' }), sentAs('sent'))
      expect(await store.append(back)).toMatchObject({ change: 'changed', message: { id: 'm1', status: 'read' } })
      expect(await store.find('m1')).toMatchObject({ id: 'm1', status: 'read' })
      expect(await store.find('r1')).toMatchObject({ id: 'm1', status: 'read' })
      expect(await idsOf(store)).toEqual(['m1'])
    })

    it('never takes a status back', async () => {
      const outgoing = { direction: 'outgoing', status: 'sent' } as const
      const store = await storeWith(came('m1', outgoing), status('m1', 'read'))
      expect(await store.append(status('m1', 'delivered'))).toMatchObject({
        change: 'known',
        message: { status: 'read' },
      })
      await store.append(came('m1', outgoing))
      expect(await store.find('m1')).toMatchObject({ status: 'read' })
    })

    it('keeps a status that comes before its message', async () => {
      const store = await make()
      expect(await store.append(status('m1', 'failed', 'SPAM'))).toEqual({ change: 'changed' })
      expect(await store.find('m1')).toBeUndefined()
      expect(await idsOf(store)).toEqual([])
      await store.append(came('m1', { direction: 'outgoing', status: 'sent' }))
      expect(await store.find('m1')).toMatchObject({ status: 'failed', code: 'SPAM' })
    })

    it('shows the code of a failure no longer than the failure', async () => {
      const store = await storeWith(came('m1'), status('m1', 'failed', 'SPAM'), status('m1', 'delivered'))
      const found = await store.find('m1')
      expect(found).toMatchObject({ status: 'delivered' })
      expect(found).not.toHaveProperty('code')
    })

    it('adds reactions to their message, one a person', async () => {
      const reaction = { kind: 'reaction', messageId: 'm1', author: 'a', authorName: 'Ann' } as const
      const store = await storeWith(
        { ...reaction, emoji: '👍', at: timeOf(5) },
        came('m1'),
        { ...reaction, author: 'b', authorName: 'Bob', emoji: '🎉', at: timeOf(6) },
        { ...reaction, emoji: '❤️', at: timeOf(7) },
        { ...reaction, emoji: '😢', at: timeOf(4) },
      )
      expect((await store.find('m1'))?.reactions).toEqual([
        { emoji: '❤️', author: 'Ann' },
        { emoji: '🎉', author: 'Bob' },
      ])
      await store.append({ ...reaction, emoji: '', at: timeOf(8) })
      expect((await store.find('m1'))?.reactions).toEqual([{ emoji: '🎉', author: 'Bob' }])
      expect(await idsOf(store)).toEqual(['m1'])
    })

    it('ends the same in any order and with any repetition', async () => {
      const own = fc.constantFrom('m1', 'm1', 'm2')
      const minute = fc.integer({ min: 0, max: 1 })
      const change = fc.oneof(
        fc
          .record({ id: own, text: fc.constantFrom('a', 'b'), minute, edited: fc.boolean(), noted: fc.boolean() })
          .map(({ id, text, minute: at, edited, noted }) =>
            came(id, { text, at: timeOf(at), noted, ...(edited ? { edited } : {}) }),
          ),
        fc
          .record({ id: own, word: fc.constantFrom('sent', 'delivered', 'read', 'failed', 'edited', 'new-word') })
          .map(({ id, word }) => status(id, word, word === 'failed' ? 'SPAM' : undefined)),
        own.map((messageId): MessageUpdate => ({ kind: 'deleted', messageId })),
        fc.constantFrom('sent', 'read').map(sentAs),
        fc
          .record({ minute, text: fc.constantFrom('a', 'c'), noted: fc.boolean() })
          .map(({ minute: at, text, noted }) => came('r1', { text, at: timeOf(at), noted })),
        fc.record({ id: own, emoji: fc.constantFrom('👍', '❤️', ''), minute }).map(
          ({ id, emoji, minute: at }): MessageUpdate => ({
            kind: 'reaction',
            messageId: id,
            author: 'a',
            emoji,
            at: timeOf(at),
          }),
        ),
      )
      const plays = fc
        .array(change, { minLength: 1, maxLength: 10 })
        .chain((updates) =>
          fc.tuple(
            fc.constant(updates),
            fc.shuffledSubarray([...updates, ...updates], { minLength: updates.length * 2 }),
          ),
        )
      await fc.assert(
        fc.asyncProperty(plays, async ([updates, shuffled]) => {
          const pages = [await storeWith(...updates), await storeWith(...shuffled)].map((store) => store.page(newest))
          const [first, second] = await Promise.all(pages)
          expect(second).toEqual(first)
        }),
        { numRuns: 150 },
      )
    })

    it('keeps the buttons that were noted, which no vendor tells, whichever comes first, and under another id', async () => {
      const buttons = [{ text: 'Yes' }, { text: 'No', row: 1 }]
      const noted = came('r1', { direction: 'outgoing', type: 'interactive', buttons, noted: true })
      const told = came('m1', { direction: 'outgoing', text: 'Told', at: timeOf(4) })
      const orders = [
        [noted, sentAs('sent'), told],
        [told, noted, sentAs('sent')],
        [sentAs('sent'), told, noted],
      ]
      for (const updates of orders) {
        expect(await (await storeWith(...updates)).find('m1')).toMatchObject({ text: 'Told', buttons })
      }
      const deleted = await storeWith(noted, { kind: 'deleted', messageId: 'r1' })
      expect(await deleted.find('r1')).not.toHaveProperty('buttons')
    })

    it('takes updates of one message at the same time', async () => {
      const store = await make()
      const updates = [came('m1'), status('m1', 'sent'), status('m1', 'read'), came('m2'), status('m1', 'delivered')]
      const results = await Promise.all([...updates, ...updates].map((update) => store.append(update)))
      expect(results.filter(({ change }) => change === 'added')).toHaveLength(2)
      expect(await idsOf(store)).toEqual(['m1', 'm2'])
      expect(await store.find('m1')).toMatchObject({ status: 'read' })
    })
  })

  describe(`${name}: page`, () => {
    it('goes back by cursors that stay valid while messages come', async () => {
      const store = await storeWith(...Array.from({ length: 7 }, (_, index) => came(`m${index + 1}`)))
      const first = await store.page({ conversationId, limit: 3 })
      expect(first.messages.map(({ id }) => id)).toEqual(['m5', 'm6', 'm7'])
      await store.append(came('m8'))
      await store.append({ kind: 'deleted', messageId: 'm5' })
      const second = await store.page({ conversationId, before: first.before ?? '', limit: 3 })
      expect(second.messages.map(({ id }) => id)).toEqual(['m2', 'm3', 'm4'])
      const third = await store.page({ conversationId, before: second.before ?? '', limit: 3 })
      expect(third).toEqual({ messages: [message('m1')], before: null })
    })

    it('loses and repeats nothing among messages of the same time', async () => {
      const ids = Array.from({ length: 10 }, (_, index) => `m${index}`)
      const store = await storeWith(...ids.map((id) => came(id, { at: timeOf(1) })))
      const seen: string[] = []
      let before: string | undefined
      do {
        const page = await store.page({ conversationId, before, limit: 3 })
        seen.unshift(...page.messages.map(({ id }) => id))
        before = page.before ?? undefined
      } while (before !== undefined)
      expect(seen).toEqual(ids)
    })

    it('has no earlier page where the messages just fit', async () => {
      const store = await storeWith(came('m1'), came('m2'))
      expect(await store.page({ conversationId, limit: 2 })).toMatchObject({ before: null })
      expect(await store.page({ conversationId: 'whatsapp~other', limit: 2 })).toEqual({ messages: [], before: null })
    })

    it('begins at a time, with the cursor of what is before it, where it can', async () => {
      const store = await storeWith(...['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => came(id)))
      if (!store.pageFrom) return
      const from = async (minute: number, limit = 2) =>
        store.pageFrom?.({ conversationId, from: Date.parse(timeOf(minute)), limit })
      const page = await from(3)
      expect(page).toEqual({ messages: [message('m3'), message('m4')], before: expect.any(String) })
      const earlier = await store.page({ conversationId, before: page?.before ?? '', limit: 9 })
      expect(earlier.messages.map(({ id }) => id)).toEqual(['m1', 'm2'])
      expect(await from(0, 9)).toMatchObject({ messages: { length: 5 }, before: null })
      expect(await from(6)).toEqual({ messages: [], before: null })
      const other = { conversationId: 'whatsapp~other', from: 0, limit: 2 }
      expect(await store.pageFrom(other)).toEqual({ messages: [], before: null })
    })

    it.each(['', 'x', '1', '1.', '9'.repeat(40), "1' OR '1'='1"])('refuses %j as a cursor', async (before) => {
      const store = await storeWith(came('m1'))
      await expect(store.page({ conversationId, before, limit: 1 })).rejects.toMatchObject({ code: 'invalid_request' })
    })
  })

  describe(`${name}: files`, () => {
    it('keep their address on the server', async () => {
      const url = 'https://vendor.example/a.png?token=1'
      const store = await storeWith(came('m1', { type: 'image', file: { mediaId: 'm1' }, fileUrl: url }))
      const found = message('m1', { type: 'image', file: { mediaId: 'm1' } })
      expect(await store.findMedia('m1')).toEqual({ url, message: found })
      expect(JSON.stringify(await store.page(newest))).not.toContain('vendor.example')
      expect(await store.findMedia('m2')).toBeUndefined()
    })
  })

  describe(`${name}: markRead`, () => {
    it('remembers each user’s last message, and never goes back', async () => {
      const store = await storeWith(came('m1'), came('m2'), came('m3'))
      await store.markRead({ conversationId, messageId: 'm2', userId: '1' })
      await store.markRead({ conversationId, messageId: 'm1', userId: '1' })
      await store.markRead({ conversationId, messageId: 'm3', userId: '2' })
      await store.markRead({ conversationId, messageId: 'm9', userId: '1' })
      await store.markRead({ conversationId: 'whatsapp~other', messageId: 'm3', userId: '1' })
      expect(await store.lastRead({ conversationId, userId: '1' })).toBe('m2')
      expect(await store.lastRead({ conversationId, userId: '2' })).toBe('m3')
      expect(await store.lastRead({ conversationId, userId: '3' })).toBeUndefined()
    })
  })

  describe(`${name}: search`, () => {
    it('finds parts of texts in any alphabet, the newest first', async () => {
      const other = { chatType: 'telegram', chatId: '7' } as const
      const store = await storeWith(
        came('m1', { text: 'Привет, Анна' }),
        came('m2', { text: 'привет' }),
        came('m3', { text: 'ПРИВЕТ', chat: other }),
        came('m4', { text: '100%_done' }),
      )
      const find = async (text: string, options = {}): Promise<string[]> =>
        (await store.search({ text, limit: 10, ...options })).map(({ id }) => id)
      expect(await find('привет')).toEqual(['m3', 'm2', 'm1'])
      expect(await find('ПРИВЕТ', { conversationIds: [conversationId, conversationId] })).toEqual(['m2', 'm1'])
      expect(await find('привет', { limit: 1 })).toEqual(['m3'])
      expect(await find('привет', { conversationIds: [] })).toEqual([])
      expect(await find('%')).toEqual(['m4'])
      expect(await find('0_d')).toEqual([])
      expect(await find('')).toEqual([])
    })
  })

  describe(`${name}: deleteContact`, () => {
    it('deletes all messages of these chats, and no others', async () => {
      const other = { chatType: 'telegram', chatId: '79990000001' } as const
      const store = await storeWith(came('m1'), came('m2'), came('m3', { chat: other }))
      await store.markRead({ conversationId, messageId: 'm2', userId: '1' })
      await store.deleteContact({ chats: [{ chatType: 'whatsapp', chatId: '79990000001' }] })
      expect(await store.page(newest)).toEqual({ messages: [], before: null })
      expect(await store.find('m1')).toBeUndefined()
      expect(await store.search({ text: 'text of', limit: 10 })).toEqual([message('m3', { chat: other })])
      expect(await store.lastRead({ conversationId, userId: '1' })).toBeUndefined()
    })
  })
}
