import type { ChatEvent } from '@crm-chat/proxy'
import { expect, it, onTestFinished } from 'vitest'
import { listWaiting } from '../chats/listWaiting.ts'
import { openStore } from '../store/openStore.ts'
import { saveChatName } from './saveChatName.ts'
import { sqliteConversations } from './sqliteConversations.ts'

type MessageEvent = Extract<ChatEvent, { kind: 'message' }>

/** A chat with one message that waits. */
async function openChat(chatType: 'whatsapp' | 'whatsgroup') {
  const { database, close } = await openStore(':memory:')
  onTestFinished(close)
  const chat = { chatType, chatId: '79990000001' }
  const message = { id: 'm1', chat, conversationId: 'c1', direction: 'incoming', type: 'text', text: 'Hello' } as const
  await sqliteConversations(database).append({
    kind: 'message',
    message: { ...message, at: '2030-01-01T00:00:00.000Z' },
  })
  const event = (fields: Partial<MessageEvent['message']>, vendor: MessageEvent['vendor'] = 'wazzup-v3'): ChatEvent => {
    const own = { id: 'm2', chat, direction: 'incoming', type: 'text', ...fields } as const
    return { kind: 'message', vendor, message: own, raw: null }
  }
  const getName = async () =>
    (await listWaiting(database, { user: { id: 'erin', role: 'admin' }, query: {} })).items[0]?.name
  return { chat, event, getName, save: (given: ChatEvent) => saveChatName(database, given) }
}

it('shows a stranger by the name in the messenger, and without one by the number', async () => {
  const { event, getName, save } = await openChat('whatsapp')
  expect(await getName()).toBe('+79990000001')
  await save(event({ contact: { name: 'Kim' } }))
  expect(await getName()).toBe('Kim')
})

it('shows a group by its own name, and never by that of a member', async () => {
  const { chat, event, getName, save } = await openChat('whatsgroup')
  await save(event({ contact: { name: 'Kim' } })) // Who wrote, or the group: V3 does not say.
  expect(await getName()).toBe('79990000001')
  await save(event({ contact: { name: 'Choir' }, direction: 'outgoing' }))
  expect(await getName()).toBe('Choir')
  await save(event({ contact: { name: 'The choir' } }, 'wazzup-tech')) // The recipient of a message in either direction.
  expect(await getName()).toBe('The choir')
  await save({ kind: 'group', vendor: 'wazzup-tech', change: 'details', chat, name: 'Our choir', raw: null })
  expect(await getName()).toBe('Our choir')
  await save({ kind: 'group', vendor: 'wazzup-tech', change: 'members', chat, raw: null })
  expect(await getName()).toBe('Our choir')
})
