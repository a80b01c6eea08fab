import type { Message } from '@crm-chat/protocol'
import { expect, test } from 'vitest'
import { toConversationMessage } from './toConversationMessage.ts'

const message: Message = {
  id: 'm-1',
  conversationId: 'k-1',
  chat: { chatType: 'whatsapp', chatId: '79998887766' },
  direction: 'outgoing',
  type: 'image',
  status: 'delivered',
  at: '2026-01-02T03:04:05Z',
}
const show = (part: object, hasMedia = true) =>
  toConversationMessage({ message: { ...message, ...part }, endpoint: '/api/chat', hasMedia })

test('asks the proxy for a file by its id, whatever the id is', () => {
  expect(show({ file: { mediaId: '../session?a#b' } }).file).toMatchObject({
    url: '/api/chat/media/..%2Fsession%3Fa%23b',
    isShown: true,
  })
})

test('has no address of a file that the proxy does not hand out', () => {
  expect(show({ file: { mediaId: 'f-1', name: 'a.png' } }, false).file).toEqual({
    url: '',
    name: 'a.png',
    kind: 'image',
    isShown: false,
  })
})

test('takes no status for the delivery of a message but those that it knows', () => {
  expect(['sent', 'read', 'toString', 'archived'].map((status) => show({ status }).status)).toEqual([
    'sent',
    'read',
    null,
    null,
  ])
})
