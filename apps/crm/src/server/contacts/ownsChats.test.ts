import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../store/openStore.ts'
import { ownsChats } from './ownsChats.ts'

const marias = { chatType: 'whatsapp', chatId: '79998887766' }
const priyas = { chatType: 'whatsapp', chatId: '447700900142' }
const davids = { chatType: 'telegram', chatId: '55501234' }

async function annOwns(chats: { chatType: string; chatId: string }[]): Promise<boolean> {
  const { database, close } = await openStore(':memory:')
  onTestFinished(close)
  return ownsChats(database, { userId: 'ann', chats })
}

it('says yes to chats of contacts that the user is responsible for', async () => {
  expect(await annOwns([marias])).toBe(true)
  expect(await annOwns([marias, priyas])).toBe(true)
})

it('says no as soon as one of them is another user’s', async () => {
  expect(await annOwns([davids])).toBe(false)
  expect(await annOwns([marias, davids])).toBe(false)
})

it('says no to a chat that is nobody’s, and to the right id in another messenger', async () => {
  expect(await annOwns([{ chatType: 'whatsapp', chatId: '15550001111' }])).toBe(false)
  expect(await annOwns([{ ...marias, chatType: 'telegram' }])).toBe(false)
  expect(await annOwns([{ ...marias, chatId: '+79998887766' }])).toBe(false)
})

it('says no when asked for nothing', async () => {
  expect(await annOwns([])).toBe(false)
})
