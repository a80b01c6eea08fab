import { expect, it, onTestFinished } from 'vitest'
import type { Actor } from '../../api/role.ts'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { type ChatsRequest, ownsChats } from './ownsChats.ts'

const marias = { chatType: 'whatsapp', chatId: '79998887766' }
const priyas = { chatType: 'whatsapp', chatId: '447700900142' }
const davids = { chatType: 'telegram', chatId: '55501234' }

const ann: Actor = { id: 'ann', role: 'sales' }
const carla: Actor = { id: 'carla', role: 'manager' }
const dov: Actor = { id: 'dov', role: 'qualityControl' }

async function allows({ user = ann, chats, access = 'read' }: Partial<ChatsRequest>): Promise<boolean> {
  const { database, close } = await openSeededStore(':memory:', { now: Date.UTC(2030, 0, 1) })
  onTestFinished(close)
  return ownsChats(database, { user, chats: chats ?? [], access })
}

it('allows chats of the user’s own contacts', async () => {
  expect(await allows({ chats: [marias] })).toBe(true)
  expect(await allows({ chats: [marias, priyas] })).toBe(true)
})

it('denies all if one chat belongs to another user’s contact', async () => {
  expect(await allows({ chats: [davids] })).toBe(false)
  expect(await allows({ chats: [marias, davids] })).toBe(false)
})

it('denies an unknown chat, and a known id in another messenger', async () => {
  expect(await allows({ chats: [{ chatType: 'whatsapp', chatId: '15550001111' }] })).toBe(false)
  expect(await allows({ chats: [{ ...marias, chatType: 'telegram' }] })).toBe(false)
  expect(await allows({ chats: [{ ...marias, chatId: '+79998887766' }] })).toBe(false)
})

it('denies an empty list', async () => {
  expect(await allows({ chats: [] })).toBe(false)
})

it('allows managers all chats, those of strangers too, and quality control all without writing', async () => {
  const stranger = { chatType: 'whatsapp', chatId: '15550001111' }
  for (const user of [carla, dov]) expect(await allows({ user, chats: [marias, davids, stranger] })).toBe(true)
  expect(await allows({ user: carla, chats: [davids], access: 'write' })).toBe(true)
  expect(await allows({ user: dov, chats: [davids], access: 'write' })).toBe(false)
  expect(await allows({ chats: [marias], access: 'write' })).toBe(true)
})
