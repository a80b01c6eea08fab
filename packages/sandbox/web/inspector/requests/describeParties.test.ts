import { describe, expect, it } from 'vitest'
import { describeParties } from './describeParties.ts'

describe('a request names', () => {
  it.each([
    [
      'user, scope and the chat of a card',
      {
        user: { id: '7', name: 'Ann Reyes' },
        scope: 'card',
        filter: [{ chatType: 'whatsapp', chatId: '49', name: 'Maria' }],
      },
      'Ann Reyes · card · Maria',
    ],
    [
      'the number of several chats',
      { user: { id: '7' }, scope: 'card', filter: [{ chatId: '1' }, { chatId: '2' }] },
      '7 · card · 2 chats',
    ],
    [
      'user and scope of a window of all chats',
      { user: { id: '7', name: 'Ann Reyes' }, scope: 'global' },
      'Ann Reyes · global',
    ],
    [
      'the same in the spelling of Wazzup’s tech API',
      { user_id: '7', scope: 'card', chats: [{ chat_type: 'vk', chat_id: '5' }] },
      'user 7 · card · 5',
    ],
    [
      'the recipient of a message',
      { channelId: 'c', chatType: 'whatsapp', chatId: '79998887766', text: 'Hi' },
      '79998887766',
    ],
    ['the recipient of a template of Whatomate', { phone_number: '4930901820', template_name: 'hi' }, '4930901820'],
    ['the one contact of an upload', [{ id: '3', name: 'Maria' }], 'Maria'],
    ['the size of a longer upload', [{ id: '3' }, { id: '4' }], '2 entries'],
    ['nobody without a body', null, ''],
    ['nobody in a body of text', 'hello', ''],
  ])('%s', (_, body, text) => {
    expect(describeParties({ body })).toBe(text)
  })
})
