import { describe, expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const note = (number: number) => ({ id: `n-${number}`, content: `Note ${number}`, created_by_name: 'Kate' })
const success = (data: unknown) => ({ json: { status: 'success', data } })

describe('notes about a contact', () => {
  it('are read from the newest back to the first', async () => {
    const pages = [
      { notes: [note(3), note(4)], total: 4, has_more: true },
      { notes: [note(1), note(2)], total: 4, has_more: false },
    ]
    const { url, requests } = await startVendor(() => success(pages[requests.length - 1]))
    const notes = await collect(createWhatomate({ apiKey, baseUrl: url }).listNotes({ contact_id: 'c-1' }))
    expect(notes.map(({ id }) => id)).toEqual(['n-4', 'n-3', 'n-2', 'n-1'])
    expect(requests.map((request) => request.url)).toEqual([
      '/api/contacts/c-1/notes?limit=100',
      '/api/contacts/c-1/notes?limit=100&before=n-3',
    ])
  })

  it('are made, changed and deleted', async () => {
    const { url, requests } = await startVendor(() => success(note(1)))
    const client = createWhatomate({ apiKey, baseUrl: url })
    const key = { contact_id: 'c-1', note_id: 'n-1' }
    expect(await client.createNote({ contact_id: 'c-1', content: 'Note 1' })).toMatchObject(note(1))
    expect(await client.updateNote({ ...key, content: 'Changed' })).toMatchObject(note(1))
    await client.deleteNote(key)
    expect(requests.map((request) => [request.method, request.url, request.text])).toEqual([
      ['POST', '/api/contacts/c-1/notes', '{"content":"Note 1"}'],
      ['PUT', '/api/contacts/c-1/notes/n-1', '{"content":"Changed"}'],
      ['DELETE', '/api/contacts/c-1/notes/n-1', ''],
    ])
  })

  it('are not empty', async () => {
    const client = createWhatomate({ apiKey, baseUrl: 'http://127.0.0.1:9' })
    await expect(client.createNote({ contact_id: 'c-1', content: ' ' })).rejects.toThrow(InvalidParametersError)
  })
})
