import { expect, it, onTestFinished } from 'vitest'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { ownsChats } from './ownsChats.ts'

const marias = { chatType: 'whatsapp', chatId: '79998887766' }
const priyas = { chatType: 'whatsapp', chatId: '447700900142' }
const davids = { chatType: 'telegram', chatId: '55501234' }

async function annOwns(chats: { chatType: string; chatId: string }[]): Promise<boolean> {
  const { database, close } = await openSeededStore(':memory:')
  onTestFinished(close)
  return ownsChats(database, { userId: 'ann', chats })
}

it('allows chats of the user’s own contacts', async () => {
  expect(await annOwns([marias])).toBe(true)
  expect(await annOwns([marias, priyas])).toBe(true)
})

it('denies all if one chat belongs to another user’s contact', async () => {
  expect(await annOwns([davids])).toBe(false)
  expect(await annOwns([marias, davids])).toBe(false)
})

it('denies an unknown chat, and a known id in another messenger', async () => {
  expect(await annOwns([{ chatType: 'whatsapp', chatId: '15550001111' }])).toBe(false)
  expect(await annOwns([{ ...marias, chatType: 'telegram' }])).toBe(false)
  expect(await annOwns([{ ...marias, chatId: '+79998887766' }])).toBe(false)
})

it('denies an empty list', async () => {
  expect(await annOwns([])).toBe(false)
})
