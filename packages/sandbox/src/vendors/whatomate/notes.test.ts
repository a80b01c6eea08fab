import type { Whatomate } from '@crm-chat/vendors/whatomate'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { openLiveSocket } from '../../../test/quirks/liveSocket.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate, createWhatomateClient } from '../../../test/whatomateClient.ts'
import type { Sandbox } from '../../index.ts'

async function startWithAnn(): Promise<{ sandbox: Sandbox; client: Whatomate; contact_id: string }> {
  const sandbox = await startSandbox()
  const client = createWhatomateClient(sandbox)
  const { id } = await client.createContact({ phone_number: ann.chatId, profile_name: 'Ann' })
  return { sandbox, client, contact_id: id }
}

describe('notes about a contact of Whatomate', () => {
  it('are created, changed, listed newest first, and deleted', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    const first = await client.createNote({ contact_id, content: 'Likes red' })
    sandbox.clock.advance(1_000)
    await client.createNote({ contact_id, content: 'Called twice' })
    await client.updateNote({ contact_id, note_id: first.id, content: 'Likes blue' })
    const list = async () => (await collect(client.listNotes({ contact_id }))).map(({ content }) => content)
    expect(await list()).toEqual(['Called twice', 'Likes blue'])
    await client.deleteNote({ contact_id, note_id: first.id })
    expect(await list()).toEqual(['Called twice'])
  })

  it('are paged by thirty unless requested otherwise, and before a given one', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    for (let number = 1; number <= 35; number++) await client.createNote({ contact_id, content: `${number}` })
    const read = async (query = '') => {
      const { json } = await callWhatomate(sandbox, `GET /api/contacts/${contact_id}/notes${query}`)
      const { notes, ...rest } = (json as { data: { notes: { id: string; content: string }[] } }).data
      return { ids: notes.map(({ id }) => id), contents: notes.map(({ content }) => content), rest }
    }
    const { ids, contents, rest } = await read()
    expect([contents.length, contents[0], contents.at(-1), rest]).toEqual([
      30,
      '6',
      '35',
      { total: 35, has_more: true },
    ])
    const older = await read(`?before=${ids[0]}`)
    expect(older).toMatchObject({ contents: ['1', '2', '3', '4', '5'], rest: { has_more: false } })
    expect((await read('?limit=2')).contents).toEqual(['34', '35'])
    expect(await collect(client.listNotes({ contact_id }))).toHaveLength(35)
  })

  it('are rejected without text, and for an unknown contact', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    const path = `/api/contacts/${contact_id}/notes`
    expect(await callWhatomate(sandbox, `POST ${path}`, { content: ' ' })).toMatchObject({ status: 400 })
    const { id: note_id } = await client.createNote({ contact_id, content: 'Here' })
    const other = await client.createContact({ phone_number: '37190111122' })
    const key = { contact_id: other.id, note_id }
    await expect(client.updateNote({ ...key, content: 'There' })).rejects.toMatchObject({ status: 404 })
    await expect(client.deleteNote(key)).rejects.toMatchObject({ status: 404 })
  })

  it('are sent to clients that show the contact, or no contact', async () => {
    const { sandbox, client, contact_id } = await startWithAnn()
    const sockets = [await openLiveSocket(sandbox), await openLiveSocket(sandbox), await openLiveSocket(sandbox)]
    const look = (index: number, id: string) =>
      sockets[index]?.socket.send(JSON.stringify({ type: 'set_contact', payload: { contact_id: id } }))
    look(0, contact_id)
    look(1, '0c8d2b3e-6a3f-4f6e-9d8b-1a2b3c4d5e6f')
    for (const { socket } of sockets) socket.send('{"type":"ping"}') // Answered once all before it was read.
    await expect.poll(() => sockets.map(({ told }) => told.length)).toEqual([1, 1, 1])
    const { id: note_id } = await client.createNote({ contact_id, content: 'Likes red' })
    await client.deleteNote({ contact_id, note_id })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => sockets.map(({ told }) => told.at(-1)?.type)).toEqual(Array(3).fill('new_message'))
    const notes = ['conversation_note_created', 'conversation_note_deleted']
    expect(sockets.map(({ told }) => told.slice(1, -1).map(({ type }) => type))).toEqual([notes, [], notes])
    expect(sockets[0]?.told[1]?.payload).toMatchObject({ id: note_id, contact_id, content: 'Likes red' })
  })
})
