import { describe, expect, it } from 'vitest'
import type { Visitor } from '../../../../test/createVisitor.ts'
import { startTestCrm } from '../../../../test/startTestCrm.ts'
import { contactsResponseSchema } from '../../../api/contact.ts'
import { type ImportResponse, importResponseSchema } from '../../../api/contactImport.ts'

async function importFile(visitor: Visitor, request: object): Promise<ImportResponse> {
  const { status, body } = await visitor.post('/api/contacts/import', request)
  expect(status).toBe(200)
  return importResponseSchema.parse(body)
}

const csv = [
  'Full name;Company;E-mail;Phone number;Telegram;Shoe size',
  'Olu Adeyemi;Ember & Oak;olu@ember.example;+44 7700 900555;;43',
  'Ife Bello;EMBER & OAK;ife@ember.example;;@ife_bello;38',
  '"Weber; Karl";Gasthof Weber;karl at weber;;;',
  ';Nobody Ltd;;+44 7700 900556;;',
  'Twice;;;07700 900555;;',
  'Twice more;;;+44 (0)7700 900555;;',
  'Maria again;;;8 (999) 888-77-66;;',
].join('\r\n')

describe('a preview', () => {
  it('shows the fields of the columns and the problems of every row, and adds nothing', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const preview = await importFile(ann, { mode: 'preview', csv })
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'company', 'email', 'phone', 'telegram', null])
    expect(preview).toMatchObject({ validCount: 2, createdCount: 0, newCompanies: ['Ember & Oak'] })
    expect(
      preview.rows.map(({ line, problems }) => [line, ...problems.map(({ field, code }) => `${field} ${code}`)]),
    ).toEqual([
      [2],
      [3],
      [4, 'email invalid'],
      [5, 'name missing'],
      [6, 'phone invalid'],
      [7, 'phone repeated'],
      [8, 'phone taken'],
    ])
    expect((await ann.get('/api/contacts')).body).toMatchObject({ total: 6 })
  })

  it('takes the columns that the user has chosen', async () => {
    const crm = await startTestCrm()
    const columns = ['email', null, 'name', null, null, null]
    const preview = await importFile(await crm.logIn('ann'), { mode: 'preview', csv, columns })
    expect(preview.rows[0]?.values).toEqual({ email: 'Olu Adeyemi', name: 'olu@ember.example' })
  })

  it.each([
    ['an empty file', { csv: '\n\n' }],
    ['too many contacts', { csv: `name\n${'Olu\n'.repeat(5_001)}` }],
    ['an unknown field', { csv, columns: ['shoes'] }],
  ])('refuses %s', async (_, request) => {
    const crm = await startTestCrm()
    const response = await (await crm.logIn('ann')).post('/api/contacts/import', { mode: 'preview', ...request })
    expect(response.status).toBe(400)
    expect(response.body).toMatchObject({ error: { code: 'invalid_request' } })
  })
})

describe('a commit', () => {
  it('refuses a file without names, whose preview shows its columns', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const file = { csv: 'phone\n+44 7700 900555' }
    const preview = await importFile(ann, { mode: 'preview', ...file })
    expect(preview).toMatchObject({ columns: [{ header: 'phone', field: 'phone' }], validCount: 0 })
    expect((await ann.post('/api/contacts/import', { mode: 'commit', ...file })).status).toBe(400)
  })

  it('adds the rows without problems, and returns the others', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const result = await importFile(ann, { mode: 'commit', csv })
    expect(result.createdCount).toBe(2)
    expect(result.rows.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8])
    const { items } = contactsResponseSchema.parse((await ann.get('/api/contacts?search=ember')).body)
    expect(items).toMatchObject([
      { name: 'Ife Bello', company: 'Ember & Oak', chats: [{ chatType: 'telegram', chatId: 'ife_bello' }] },
      { name: 'Olu Adeyemi', company: 'Ember & Oak', chats: [{ chatType: 'whatsapp', chatId: '447700900555' }] },
    ])
    expect((await ann.get('/api/companies?search=ember')).body).toMatchObject({
      items: [{ contactCount: 2 }],
      total: 1,
    })
  })

  it('adds the rows of a part only, so that a file is imported part by part', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const results: ImportResponse[] = []
    for (const start of [0, 1, 2, 7]) {
      results.push(await importFile(ann, { mode: 'commit', csv, part: { start, count: start === 2 ? 5 : 1 } }))
    }
    expect(results.map(({ createdCount, rows }) => [createdCount, rows.length])).toEqual([
      [1, 0],
      [1, 0],
      [0, 5],
      [0, 0],
    ])
    expect(
      (await ann.post('/api/contacts/import', { mode: 'commit', csv, part: { start: -1, count: 1 } })).status,
    ).toBe(400)
  })

  it('adds 5,000 contacts', async () => {
    const crm = await startTestCrm()
    const rows = Array.from(
      { length: 5_000 },
      (_, index) => `Contact ${index},Company ${index % 50},+4930${1_000_000 + index}`,
    )
    const file = ['name,company,phone', ...rows].join('\n')
    const result = await importFile(await crm.logIn('ann'), { mode: 'commit', csv: file })
    expect(result).toMatchObject({ createdCount: 5_000, rows: [] })
    expect(result.newCompanies).toHaveLength(50)
  })

  it('refuses a file of more than 2 MB', async () => {
    const crm = await startTestCrm()
    const ann = await crm.logIn('ann')
    const large = { mode: 'commit', csv: 'n'.repeat(2_000_001) }
    expect((await ann.post('/api/contacts/import', large)).status).toBe(400)
    expect((await ann.post('/api/contacts/import', { mode: 'commit', csv: 'n'.repeat(4_000_001) })).status).toBe(413)
  })
})
